import type { Duration } from '../calendar/instant.ts';

/** The time a policy allows; `uncommitted` is measured and never breached, and so is `as contracted` without a contract that says more. */
export type Target =
  | { readonly kind: 'duration'; readonly duration: Duration }
  | { readonly kind: 'business days'; readonly days: number }
  | { readonly kind: 'end of next day' }
  | { readonly kind: 'end of next business day' }
  | { readonly kind: 'uncommitted' }
  | { readonly kind: 'as contracted' };
