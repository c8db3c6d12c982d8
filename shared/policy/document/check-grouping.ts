import { checkNamed } from './check-severities.ts';
import type { Finding } from './fault.ts';
import { at, fieldsOf } from './fields.ts';
import { groupingShape } from './grouping-shape.ts';

/** A grouping with severities the policy does not have. */
export function* checkGrouping(raw: unknown, severities: readonly string[] | undefined): Generator<Finding> {
  const grouping = at(raw, 'grouping');
  const { never } = fieldsOf(groupingShape, grouping);
  yield* checkNamed(['grouping', 'never'], at(grouping, 'never'), never, severities);
}
