import type { Duration } from '../calendar/instant.ts';

/** When a rung falls due on its clock: a share of the target, before it, at it, after it, or at an age of the clock. */
export type RungTime =
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'before'; readonly duration: Duration; readonly wall: boolean }
  | { readonly kind: 'breach' }
  | { readonly kind: 'after'; readonly duration: Duration; readonly wall: boolean }
  | { readonly kind: 'age'; readonly duration: Duration };

/** The ways a notification can travel. */
export const CHANNELS = ['email', 'page'] as const;

/** One of the ways a notification can travel. */
export type Channel = (typeof CHANNELS)[number];

/** Whom a rung tells, and how: `to` names one of the policy's recipients. */
export interface Notify {
  readonly channel: Channel;
  readonly to: string;
}

/** How a rung repeats after it first fired: `every` on the clock's calendar unless `wall`, at most `times` more times. */
export interface Repeat {
  readonly every: Duration;
  readonly wall: boolean;
  readonly times: number;
}

/** One step of a ladder; `id` is its time as the policy writes it, unique in the ladder. */
export interface Rung {
  readonly id: string;
  readonly at: RungTime;
  readonly notify: readonly Notify[];
  readonly repeat?: Repeat;
}

/** The steps of an escalation, the mildest first. */
export type Ladder = readonly Rung[];
