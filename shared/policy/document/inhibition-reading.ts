import type * as z from 'zod';
import type { Inhibition } from '../inhibition.ts';
import type { inhibitionShape } from './inhibition-shape.ts';

/** An inhibition as a policy has it. */
export const inhibitionOf = ({ parent, when = {}, except = [] }: z.output<typeof inhibitionShape>): Inhibition => ({
  by: parent === undefined ? 'tenant' : { attribute: parent },
  when,
  except,
});
