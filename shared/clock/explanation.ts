import type { Instant } from '../calendar/instant.ts';
import type { Condition } from '../policy/condition.ts';
import type { Contact } from '../policy/contact.ts';
import { contactOf } from '../policy/contact.ts';
import type { Policy } from '../policy/policy.ts';
import type { PolicySet } from '../policy/policy-set.ts';
import { type AppliedSeverity, severityOf } from '../policy/severity.ts';
import type { Target } from '../policy/target.ts';
import type { Contract } from '../ticket/contract.ts';
import type { Attributes } from '../ticket/ticket-event.ts';
import type { Acknowledgement } from './acknowledgement.ts';
import { type Clock, isOpen, type Superseded } from './clock.ts';
import { type ClockStand, standOf, targetText } from './clock-stand.ts';
import type { Timed } from './fold.ts';
import { reasonForHours } from './hours-reason.ts';
import { promiseOf } from './promise.ts';
import { type Segment, segmentsOf } from './segments.ts';
import { asOf } from './settled.ts';

/** Why a clock stands where it stands. */
export interface ClockExplanation extends ClockStand {
  /** The condition of the row that its target stands in. */
  readonly when: Condition;
  /** Why the target is not the row's own: what the customer's contract says, or that it says nothing. */
  readonly targetBecause?: string;
  /** Why these hours of a calendar that has several, or whose zone is the customer's. */
  readonly hoursBecause?: string;
  /** When the calendar opens next, of an open clock whose calendar is closed now. */
  readonly opensAt?: Instant;
  readonly acknowledged?: Acknowledgement;
  readonly superseded: readonly Superseded[];
  readonly segments: readonly Segment[];
}

/** Why a ticket's clocks stand where they stand. */
export interface Explanation {
  /** Absent when no policy is for this ticket. */
  readonly policy?: Pick<Policy, 'name' | 'edition' | 'title' | 'source' | 'match'>;
  readonly severity?: AppliedSeverity;
  /** Whose entitlement the ticket was created under, where one was found. */
  readonly contract?: Contract;
  /** Where the policy says the customer is to turn. */
  readonly contact?: Contact;
  /** Those something is promised about, in the order of the metrics. */
  readonly clocks: readonly ClockExplanation[];
}

/** The answer to "why is it due then?" as seen at `now`; with who has acknowledged each clock, where somebody knows. */
export function explain(
  timed: Timed,
  now: Instant,
  policies: PolicySet,
  acknowledgedBy: (clock: Clock) => Acknowledgement | undefined = () => undefined,
): Explanation {
  const { ticket, policy: ref, clocks } = asOf(timed, now, policies);
  const policy = ref && policies.edition(ref);
  if (ref === undefined || policy === undefined) return { clocks: [] };
  const { name, edition, title, match } = policy;
  const contact = contactOf(policy.contacts ?? [], ticket.attributes);
  return {
    policy: { name, edition, title, match, ...(policy.source === undefined ? {} : { source: policy.source }) },
    severity: severityOf(policy.severity, ticket),
    ...(ticket.contract === undefined ? {} : { contract: ticket.contract }),
    ...(contact === undefined ? {} : { contact }),
    clocks: clocks.flatMap(clock => {
      const under = policies.edition(clock.under ?? ref);
      if (under === undefined) return [];
      const acknowledged = acknowledgedBy(clock);
      const explained = explainClock(clock, now, policies, under, ticket.attributes);
      return acknowledged === undefined ? explained : explained.map(each => ({ ...each, acknowledged }));
    }),
  };
}

function explainClock(
  clock: Clock,
  now: Instant,
  policies: PolicySet,
  policy: Policy,
  attributes: Attributes,
): ClockExplanation[] {
  const promised = promiseOf(policies, policy, clock);
  if (promised === undefined) return [];
  const { calendar } = promised;
  const row = policy.targets[promised.row]!;
  const targetBecause = reasonForTarget(row.target, clock);
  const hoursBecause = reasonForHours(policy.calendars[row.calendar]!, clock, attributes);
  const isClosed = isOpen(clock) && !calendar.isOpen(now);
  return [
    {
      ...standOf(clock, policy, promised, now),
      when: row.when,
      ...(targetBecause === undefined ? {} : { targetBecause }),
      ...(hoursBecause === undefined ? {} : { hoursBecause }),
      ...(isClosed ? { opensAt: calendar.nextOpening(now) } : {}),
      superseded: clock.superseded,
      segments: segmentsOf(clock, calendar, now),
    },
  ];
}

function reasonForTarget(target: Target, { contracted }: Clock): string | undefined {
  if (contracted !== undefined) return `the customer's contract has it in place of ${targetText(target)}`;
  return target.kind === 'as contracted' ? 'no contract on file names a time, so that nothing is committed' : undefined;
}
