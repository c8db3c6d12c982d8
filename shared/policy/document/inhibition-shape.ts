import * as z from 'zod';
import { conditionShape } from './condition-shape.ts';
import { name, oneOrMore, value } from './text-shapes.ts';

/** A ticket that others are told of in its place. */
export const inhibitionShape = z.strictObject({
  parent: name
    .exactOptional()
    .describe('The ticket attribute that holds the id of its parent at the same help desk, such as parent_incident.'),
  'tenant wide': z
    .literal(true, { error: 'true' })
    .exactOptional()
    .describe(
      'In place of a parent: any other ticket of the same tenant, or, where there is no tenant, of the same help desk. One that was open before the edition was applied is noticed with its next event.',
    ),
  when: conditionShape.exactOptional(),
  except: oneOrMore(value, 'a severity or a list of severities')
    .exactOptional()
    .describe('The severities that are told all the same.'),
});
