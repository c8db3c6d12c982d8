import type { Instant } from '../../../shared/calendar/instant.ts';
import type { Edition } from '../../adapters/policy-editions.ts';

/** Where an edition stands: in force, to come, superseded by a later one, or withdrawn. */
export type Standing = 'in force' | 'to come' | 'superseded' | 'withdrawn';

/** The edition of each name that is in force at an instant. */
export function inForce(editions: readonly Edition[], now: Instant): readonly Edition[] {
  const names = [...new Set(editions.map(({ policy }) => policy.name))].toSorted();
  return names.flatMap(name => inForceOf(editions, name, now) ?? []);
}

/** The edition of a name that is in force at an instant: the latest in effect that is not withdrawn; undefined for none. */
export function inForceOf(editions: readonly Edition[], name: string, now: Instant): Edition | undefined {
  return editions
    .filter(({ policy, withdrawn }) => policy.name === name && !withdrawn && policy.effectiveFrom <= now)
    .toSorted((a, b) => a.policy.effectiveFrom - b.policy.effectiveFrom)
    .at(-1);
}

/** Where one of the editions stands at an instant. */
export function standingOf(edition: Edition, editions: readonly Edition[], now: Instant): Standing {
  if (edition.withdrawn) return 'withdrawn';
  if (edition.policy.effectiveFrom > now) return 'to come';
  return inForceOf(editions, edition.policy.name, now) === edition ? 'in force' : 'superseded';
}
