import type { Stamp } from '../../adapters/policy-editions.ts';

/** Who did something and when, in words; empty where nobody is known. */
export const stampText = (stamp: Stamp | undefined): string =>
  stamp === undefined
    ? ''
    : `by ${stamp.by} on ${new Date(stamp.at).toISOString().slice(0, 16).replace('T', ' at ')} UTC`;
