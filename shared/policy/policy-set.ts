import { type Calendar, compileCalendar } from '../calendar/calendar.ts';
import type { Instant } from '../calendar/instant.ts';
import type { Attributes } from '../ticket/ticket-event.ts';
import { meets } from './condition.ts';
import type { Policy } from './policy.ts';

/** Names one edition of one policy, as a ticket remembers it. */
export interface PolicyRef {
  readonly name: string;
  readonly edition: string;
}

/** The editions in force and all the earlier ones that tickets still run under. */
export interface PolicySet {
  /** The edition of that name, or undefined when it is not known here. */
  edition(ref: PolicyRef): Policy | undefined;
  /**
   * The policy for a request opened at `openedAt`: of each name the edition in effect then and not withdrawn (the `pinned` one for its
   * own name), of those whose `match` is met the one of highest precedence, then first by name; undefined when none matches.
   */
  match(attributes: Attributes, openedAt: Instant, pinned?: PolicyRef): Policy | undefined;
  /** The compiled calendar a policy knows by that name; compiled once per set. */
  calendar(policy: Policy, name: string): Calendar;
}

const byPrecedence = (a: Policy, b: Policy): number =>
  b.precedence - a.precedence || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/**
 * A set of editions to decide with; of two with the same name and edition the later one counts. Those `withdrawn` hold for no new
 * request: the edition before does.
 */
export function policySet(policies: readonly Policy[], withdrawn: readonly PolicyRef[] = []): PolicySet {
  const editions = new Map<string, Policy[]>();
  for (const policy of policies) {
    const others = (editions.get(policy.name) ?? []).filter(other => other.edition !== policy.edition);
    editions.set(
      policy.name,
      [...others, policy].toSorted((a, b) => a.effectiveFrom - b.effectiveFrom),
    );
  }
  const edition = (ref: PolicyRef) => editions.get(ref.name)?.find(policy => policy.edition === ref.edition);
  const stands = (policy: Policy) =>
    !withdrawn.some(({ name, edition }) => name === policy.name && edition === policy.edition);
  const calendars = new Map<Policy, Map<string, Calendar>>();
  return {
    edition,
    match(attributes, openedAt, pinned) {
      const candidates: Policy[] = [];
      for (const [name, all] of editions) {
        const held = pinned?.name === name ? edition(pinned) : undefined;
        const inForce = held ?? all.findLast(policy => policy.effectiveFrom <= openedAt && stands(policy));
        if (inForce && meets(attributes, inForce.match)) candidates.push(inForce);
      }
      return candidates.toSorted(byPrecedence)[0];
    },
    calendar(policy, name) {
      const known = calendars.get(policy) ?? new Map<string, Calendar>();
      calendars.set(policy, known);
      const calendar = known.get(name) ?? compileCalendar(policy.calendars[name]!);
      known.set(name, calendar);
      return calendar;
    },
  };
}
