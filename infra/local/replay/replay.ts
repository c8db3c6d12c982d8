import type { Instant } from '../../../shared/calendar/instant.ts';
import type { TicketRecord } from '../../../shared/escalation/ticket-record.ts';
import type { Delivery } from '../../../shared/notification/delivery.ts';
import type { Policy } from '../../../shared/policy/policy.ts';
import { policySet } from '../../../shared/policy/policy-set.ts';
import { type TicketKey, ticketKeyText } from '../../../shared/ticket/ticket-key.ts';
import { attainment } from './attainment.ts';
import { type Kept, keptBy, percentile } from './lateness.ts';
import type { Log, LoggedEvent } from './log.ts';
import { obligationsOf } from './obligation.ts';
import { owedInstants, type Player, play, playOut } from './play.ts';
import type { ReplayReport } from './report.ts';

/** How many reasons for what was dropped a report names. */
const MOST_REASONS = 20;

/** What a replay is judged by, and whom it tells how many events it has posted. */
export interface ReplayOptions {
  /** The policies the machine runs under. */
  readonly policies: readonly Policy[];
  readonly tell?: (posted: number) => void;
}

/** The instant of a log's first event, at which the machine that is to play it should start; undefined of an empty log. */
export const startOf = (log: Log): Instant | undefined => log.events[0]?.event.at;

/**
 * Plays a log through a stepped machine as fast as that allows, waits until everything owed is settled, and compares what was done
 * with what the log alone says had to be done.
 */
export async function replay(machine: Player, log: Log, { policies, tell }: ReplayOptions): Promise<ReplayReport> {
  const began = performance.now();
  const refusals = await play(machine, log.events, tell ?? (() => {}));
  const seconds = (performance.now() - began) / 1000;
  await playOut(machine);
  const owed = await owedInstants(machine);
  const records = await machine.tickets();
  const deliveries = await machine.deliveries();
  const kept = allKept(log.events, policies, records, deliveries, machine.now());
  const lateness = kept.filter(each => each !== 'missed');
  return {
    tickets: records.length,
    events: log.events.length,
    dropped: log.dropped.length + refusals.length,
    reasons: [...log.dropped, ...refusals.map(reason => ({ reason }))].slice(0, MOST_REASONS),
    stuck: owed.filter(at => at <= machine.now()).length,
    obligations: kept.length,
    missed: kept.length - lateness.length,
    lateness: { p50: percentile(lateness, 0.5), p99: percentile(lateness, 0.99), max: percentile(lateness, 1) },
    deliveries: countsOf(deliveries),
    seconds,
    eventsPerSecond: log.events.length / seconds,
    attainment: attainment(records, log, machine.now()),
  };
}

function allKept(
  events: readonly LoggedEvent[],
  policies: readonly Policy[],
  records: readonly TicketRecord[],
  deliveries: readonly Delivery[],
  end: Instant,
): readonly Kept[] {
  const set = policySet(policies);
  const textOf = ({ key }: { readonly key: TicketKey }) => ticketKeyText(key);
  const recordOf = new Map(records.map(record => [textOf(record), record]));
  const deliveriesOf = Map.groupBy(deliveries, ({ notification }) => ticketKeyText(notification.ticket));
  return [...Map.groupBy(events, textOf)].flatMap(([key, logged]) => {
    const obligations = obligationsOf(
      logged.map(({ event }) => event),
      set,
      end,
    );
    return keptBy(obligations, recordOf.get(key), deliveriesOf.get(key) ?? []);
  });
}

function countsOf(deliveries: readonly Delivery[]): Readonly<Record<string, number>> {
  const groups = Map.groupBy(deliveries, ({ state, whyNot }) =>
    whyNot === undefined ? state : `${state} (${whyNot})`,
  );
  return Object.fromEntries([...groups].map(([state, group]) => [state, group.length]));
}
