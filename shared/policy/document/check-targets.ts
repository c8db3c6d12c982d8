import type * as z from 'zod';
import { type Condition, namedIn, overlap, specificity } from '../condition.ts';
import { checkWhen } from './check-when.ts';
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
    yield* checkWhen('row', [...row.path, 'when'], row.fields.when ?? {}, { match, severities });
  }
  yield* undecided(rows);
}

function unknownName({ path }: Row, kind: string, name: string, known: readonly string[]): Finding {
  const expected =
    known.length === 0 ? `a ${kind}, of which there is none` : `a ${kind} of this policy: ${known.join(', ')}`;
  const message = `there is no ${kind} ${quoted(name)}${suggestion(name, known)}`;
  return { path: [...path, kind], found: quoted(name), expected, message };
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
      return [name, 'known' in required ? required : 'not' in required, namedIn(required).toSorted()];
    });
