import type * as z from 'zod';
import { type Condition, compatible, overlap, type Requirement, requirementText, specificity } from '../condition.ts';
import { notASeverity } from './check-severities.ts';
import { type Finding, pathText, quoted } from './fault.ts';
import { at, namesOf, type Part, partsOf } from './fields.ts';
import { suggestion } from './nearest.ts';
import { MOST_ROWS, targetShape } from './target-shape.ts';

type Row = Part<z.output<typeof targetShape>>;

/** Rows of the target table that name what is not there, that no ticket can reach, or between which nothing decides. */
export function* checkTargets(
  raw: unknown,
  match: Condition,
  severities: readonly string[] | undefined,
): Generator<Finding> {
  const rows = partsOf(targetShape, at(raw, 'targets'), ['targets']).slice(0, MOST_ROWS);
  for (const row of rows) {
    for (const kind of ['calendar', 'ladder'] as const) {
      const name = row.fields[kind];
      const known = namesOf(at(raw, `${kind}s`));
      if (name !== undefined && !known.includes(name)) yield unknownName(row, kind, name, known);
    }
    for (const severity of valuesOf(row.fields.when?.severity))
      if (severities && !severities.includes(severity))
        yield notASeverity([...row.path, 'when', 'severity'], severity, severities);
    yield* beyondMatch(row, match);
  }
  yield* undecided(rows);
}

function unknownName({ path }: Row, kind: string, name: string, known: readonly string[]): Finding {
  const expected =
    known.length === 0 ? `a ${kind}, of which there is none` : `a ${kind} of this policy: ${known.join(', ')}`;
  const message = `there is no ${kind} ${quoted(name)}${suggestion(name, known)}`;
  return { path: [...path, kind], found: quoted(name), expected, message };
}

/** The severity is left out: the policy matches the one asked for, and the row the one that counts. */
function* beyondMatch({ path, fields }: Row, match: Condition): Generator<Finding> {
  for (const [name, required] of Object.entries(fields.when ?? {})) {
    const matched = Object.hasOwn(match, name) ? match[name] : undefined;
    if (name === 'severity' || matched === undefined || compatible(required, matched)) continue;
    const expected = requirementText(name, matched);
    const message = `no ticket reaches this row: the policy is only for tickets whose ${expected}`;
    yield { path: [...path, 'when', name], found: requirementText(name, required), expected, message };
  }
}

function* undecided(rows: readonly Row[]): Generator<Finding> {
  for (const [index, row] of rows.entries()) {
    const { metric } = row.fields;
    const when = conditionOf(row);
    if (metric === undefined || when === undefined) continue;
    const rival = rows.slice(0, index).find(other => {
      const earlier = conditionOf(other);
      if (other.fields.metric !== metric || earlier === undefined) return false;
      return specificity(earlier) === specificity(when) && overlap(earlier, when);
    });
    if (rival === undefined) continue;
    const same = JSON.stringify(sorted(conditionOf(rival)!)) === JSON.stringify(sorted(when));
    const message = same
      ? `no ticket reaches this row: ${pathText(rival.path)} has the same condition`
      : `a ticket can meet this row and ${pathText(rival.path)}, and neither has more conditions than the other`;
    yield { path: row.path, found: `a row like ${pathText(rival.path)}`, expected: 'one row that decides', message };
  }
}

function conditionOf({ raw, fields }: Row): Condition | undefined {
  return at(raw, 'when') === undefined ? {} : fields.when;
}

const sorted = (condition: Condition) =>
  Object.keys(condition)
    .toSorted()
    .map(name => {
      const required = condition[name]!;
      return [name, 'known' in required ? required : 'not' in required, valuesOf(required).toSorted()];
    });

/** The values a requirement names, whether it asks for them or rules them out. */
function valuesOf(required: Requirement | undefined): readonly string[] {
  if (required === undefined || 'known' in required) return [];
  return 'not' in required ? required.not : required;
}
