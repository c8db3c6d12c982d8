import { type Duration, type Instant, MINUTE } from '../../../shared/calendar/instant.ts';
import type { TicketRecord } from '../../../shared/escalation/ticket-record.ts';
import type { Delivery } from '../../../shared/notification/delivery.ts';
import type { Obligation } from './obligation.ts';

/** How late something may be told and still count as told. */
const GRACE: Duration = MINUTE;

/** How an obligation was kept: how late it was told in milliseconds, or that it was not told in time. */
export type Kept = Duration | 'missed';

/**
 * How the obligations of one ticket were kept, by its record for breaches and by its ledger for everything else. A rung counts as
 * told when it, or one above it, was put in the ledger; a rung that tells nobody has nothing to show.
 */
export function keptBy(
  obligations: readonly Obligation[],
  record: TicketRecord | undefined,
  deliveries: readonly Delivery[],
): readonly Kept[] {
  const telling = obligations.filter(({ rung }) => rung === undefined || rung.notify.length > 0);
  return telling.map(one => {
    const instants = one.rung === undefined ? breachesTold(one, record) : rungsTold(one, telling, deliveries);
    const late = instants.map(at => at - one.at).filter(lateness => lateness > -GRACE && lateness <= GRACE);
    return late.length === 0 ? 'missed' : Math.max(0, Math.min(...late));
  });
}

function breachesTold(one: Obligation, record: TicketRecord | undefined): readonly Instant[] {
  const climb = record?.climbs.find(({ metric, startedAt }) => metric === one.metric && startedAt === one.startedAt);
  if (climb === undefined) return [];
  return [...climb.corrections, ...(climb.breach ? [climb.breach] : [])].map(({ toldAt }) => toldAt);
}

function rungsTold(one: Obligation, all: readonly Obligation[], deliveries: readonly Delivery[]): readonly Instant[] {
  const above = all.filter(
    other =>
      other.rung !== undefined &&
      other.metric === one.metric &&
      other.startedAt === one.startedAt &&
      other.height >= one.height,
  );
  return deliveries
    .filter(({ notification: told }) =>
      above.some(
        ({ rung, time, metric, startedAt }) =>
          told.metric === metric && told.startedAt === startedAt && told.rung === rung!.id && told.time === time,
      ),
    )
    .map(({ createdAt }) => createdAt);
}

/** The value below which a share of the values lies; 0 of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
