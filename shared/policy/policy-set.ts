import { type Calendar, compileCalendar } from '../calendar/calendar.ts';
import type { Instant } from '../calendar/instant.ts';
import { isZone } from '../calendar/zone.ts';
import type { PolicyRef } from '../ticket/policy-ref.ts';
import type { Attributes } from '../ticket/ticket-event.ts';
import { type Condition, meets } from './condition.ts';
import type { Policy } from './policy.ts';
import { definitionOf, type Hours, hoursFor } from './policy-calendar.ts';

/** The editions in force and all the earlier ones that tickets still run under. */
export interface PolicySet {
  /** The edition of that name, or undefined when it is not known here. */
  edition(ref: PolicyRef): Policy | undefined;
  /**
   * The policy for a request opened at `openedAt`: of each name the edition in effect then and not withdrawn (the one `pinned` for
   * that name), of those whose `match` is met the one of highest precedence, then first by name; undefined when none matches.
   */
  match(attributes: Attributes, openedAt: Instant, pinned?: readonly PolicyRef[]): Policy | undefined;
  /** Which hours of a policy's calendar a ticket of these attributes gets; undefined for those of everybody else. */
  hours(policy: Policy, name: string, attributes: Attributes): Hours | undefined;
  /** The compiled calendar a policy knows by that name, with the hours a ticket got; each compiled once per set. */
  calendar(policy: Policy, name: string, hours?: Hours): Calendar;
  /** What makes a ticket mute the others of its tenant, by any edition. */
  readonly tenantWide: readonly Condition[];
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
  const inhibitions = policies.flatMap(({ inhibit = [] }) => inhibit);
  const calendars = new Map<Policy, Map<string, Calendar>>();
  const isKnown = remembering(isZone);
  return {
    edition,
    tenantWide: inhibitions.filter(({ by }) => by === 'tenant').map(({ when }) => when),
    match(attributes, openedAt, pinned = []) {
      const candidates: Policy[] = [];
      for (const [name, all] of editions) {
        const pin = pinned.find(ref => ref.name === name);
        const held = pin && edition(pin);
        const inForce = held ?? all.findLast(policy => policy.effectiveFrom <= openedAt && stands(policy));
        if (inForce && meets(attributes, inForce.match)) candidates.push(inForce);
      }
      return candidates.toSorted(byPrecedence)[0];
    },
    hours: (policy, name, attributes) => hoursFor(policy.calendars[name]!, attributes, isKnown),
    calendar(policy, name, hours) {
      const known = calendars.get(policy) ?? new Map<string, Calendar>();
      calendars.set(policy, known);
      const key = hours === undefined ? name : [name, hours.variant, hours.zone].join('\n');
      const calendar = known.get(key) ?? compileCalendar(definitionOf(policy.calendars[name]!, hours));
      if (known.size >= MOST_CALENDARS) known.clear();
      known.set(key, calendar);
      return calendar;
    },
  };
}

const MOST_REMEMBERED = 2000;

/** Compiled calendars of one policy; a ticket may name any zone. */
const MOST_CALENDARS = 300;

/** Asking for a zone costs more than a decision, and senders may name anything. */
function remembering(ask: (name: string) => boolean): (name: string) => boolean {
  const answers = new Map<string, boolean>();
  return name => {
    const known = answers.get(name);
    if (known !== undefined) return known;
    if (answers.size >= MOST_REMEMBERED) answers.clear();
    const answer = ask(name);
    answers.set(name, answer);
    return answer;
  };
}
