import { type Condition, covers, meets } from '../condition.ts';
import { checkManner, type Surroundings } from './check-manner.ts';
import { checkWhen, type Scope } from './check-when.ts';
import type { Finding } from './fault.ts';
import { at, partsOf } from './fields.ts';
import { mannerShape } from './manner-shape.ts';
import { recipientShape, routeShape } from './recipient-shape.ts';

const SAYS = Object.keys(mannerShape.shape);

/** Routes that say nothing, that lead where nobody is, or that no ticket takes. */
export function* checkRoutes(raw: unknown, scope: Scope, surroundings: Surroundings): Generator<Finding> {
  for (const { path, raw: recipient } of partsOf(recipientShape, at(raw, 'recipients'), ['recipients'])) {
    const before: Condition[] = [];
    for (const { path: place, raw: route, fields } of partsOf(routeShape, at(recipient, 'routes'), [
      ...path,
      'routes',
    ])) {
      if (SAYS.every(name => at(route, name) === undefined))
        yield { path: place, found: 'nothing but a condition', expected: `one of ${SAYS.join(', ')}` };
      yield* checkManner(place, route, surroundings);
      const { when } = fields;
      if (when === undefined) continue;
      yield* checkWhen('route', [...place, 'when'], when, scope);
      yield* checkTaken(place, when, before, scope);
      before.push(when);
    }
  }
}

/** A route needs a severity that meets it, and tickets of that severity which no route before it takes. */
function* checkTaken(
  path: Finding['path'],
  { severity: required, ...when }: Condition,
  before: readonly Condition[],
  { match: { severity: _asked, ...match }, severities = [] }: Scope,
): Generator<Finding> {
  const met = severities.filter(severity => required === undefined || meets({ severity }, { severity: required }));
  const isLeft = (severity: string) =>
    !before.some(earlier => covers(earlier, { ...match, ...when, severity: [severity] }));
  if (met.some(isLeft) || severities.length === 0) return;
  const place = { path, found: 'a route for nobody', expected: 'tickets that no route before it takes' };
  if (met.length > 0)
    yield { ...place, message: 'no ticket reaches this route: those before it take every ticket that would' };
  else if (!Array.isArray(required))
    yield { ...place, message: 'no ticket reaches this route: it is met by no severity of this policy' };
}
