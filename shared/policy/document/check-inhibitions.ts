import { checkNamed } from './check-severities.ts';
import type { Finding } from './fault.ts';
import { at, namesOf, partsOf } from './fields.ts';
import { inhibitionShape } from './inhibition-shape.ts';

/** Inhibitions by nobody or by two at once, by every ticket of a tenant, or with severities the policy does not have. */
export function* checkInhibitions(raw: unknown, severities: readonly string[] | undefined): Generator<Finding> {
  for (const { path, raw: rule, fields } of partsOf(inhibitionShape, at(raw, 'inhibit'), ['inhibit'])) {
    const told = ['parent', 'tenant wide'].filter(name => at(rule, name) !== undefined);
    if (told.length !== 1)
      yield { path, found: told.join(' and ') || 'neither', expected: 'one of parent and "tenant wide"' };
    if (at(rule, 'tenant wide') !== undefined && namesOf(at(rule, 'when')).length === 0)
      yield {
        path,
        found: 'every ticket',
        expected: 'a condition under when',
        message: 'every open ticket would mute all others of its tenant; say under when which of them does',
      };
    yield* checkNamed([...path, 'except'], at(rule, 'except'), fields.except, severities);
  }
}
