import type { Condition } from './condition.ts';

/** A ticket that others are told of in its place while it is open: the parent that an attribute names, or any of the same tenant (of the same help desk, where there is none). */
export interface Inhibition {
  readonly by: { readonly attribute: string } | 'tenant';
  /** What the other ticket must be, its severity the one that counts. */
  readonly when: Condition;
  /** The severities that are told all the same. */
  readonly except: readonly string[];
}
