import type { Duration, Instant } from '../../../../shared/calendar/instant.ts';
import type { ClockView, TicketView } from '../snapshot.ts';

/** How soon a ticket needs somebody, the first most of all: it can still be saved, it is late, it runs, it waits, it is over. */
export const URGENCIES = ['at risk', 'breached', 'on time', 'waiting', 'done'] as const;

/** One of the five. */
export type Urgency = (typeof URGENCIES)[number];

/** A running clock counts as at risk from this share of its target on, where no warning has fired before. */
const RISKY = 0.75;

/** How long the clock has run by `now`, on its calendar; exact up to its due time. */
export function elapsedAt(clock: ClockView, now: Instant): Duration {
  if (clock.state !== 'running') return clock.elapsed;
  return clock.open.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, now) - from), clock.elapsed);
}

/** How much of its target the clock has used: 0 at its start, 1 when due; undefined where nothing is committed. */
export function shareUsed(clock: ClockView, now: Instant): number | undefined {
  if (clock.length === undefined || clock.length === 0) return undefined;
  return hasBroken(clock, now)
    ? Math.max(1, elapsedAt(clock, now) / clock.length)
    : elapsedAt(clock, now) / clock.length;
}

/** Whether the clock has gone past its target. */
export const hasBroken = (clock: ClockView, now: Instant): boolean =>
  clock.breachedAt !== undefined || (clock.state === 'running' && clock.due !== undefined && clock.due < now);

/** Whether it still waits for something to happen. */
export const isOpenView = (clock: ClockView): boolean => clock.state === 'running' || clock.state === 'paused';

/** When the calendar opens next, while a running clock stands outside its hours; undefined inside them. */
export function opensNext(clock: ClockView, now: Instant): Instant | undefined {
  if (clock.state !== 'running') return undefined;
  const span = clock.open.find(({ to }) => to > now);
  return span !== undefined && span.from > now ? span.from : undefined;
}

/** How urgent one clock is. */
export function clockUrgency(clock: ClockView, now: Instant): Urgency {
  if (!isOpenView(clock)) return 'done';
  if (hasBroken(clock, now)) return 'breached';
  if (clock.state === 'paused') return 'waiting';
  const share = shareUsed(clock, now);
  if (share === undefined) return 'on time';
  return share >= RISKY || clock.rungs.some(rung => rung.fired && rung.share < 1) ? 'at risk' : 'on time';
}

/** How urgent a ticket is: as its most urgent clock; one that waits on somebody else waits while all is well. */
export function ticketUrgency(ticket: TicketView, now: Instant): Urgency {
  const places = ticket.clocks.map(clock => URGENCIES.indexOf(clockUrgency(clock, now)));
  const over = ticket.gone !== undefined || ticket.status === 'solved' || ticket.status === 'closed';
  if (over || places.length === 0) return over ? 'done' : 'on time';
  const worst = URGENCIES[Math.min(...places)]!;
  return worst === 'on time' && (ticket.status === 'pending' || ticket.status === 'on hold') ? 'waiting' : worst;
}

/** The clocks that wait for something, the one to look at first before the others. */
export const openClocks = (ticket: TicketView, now: Instant): readonly ClockView[] =>
  ticket.clocks.filter(isOpenView).toSorted((a, b) => placeOf(a, now) - placeOf(b, now) || dueOf(a) - dueOf(b));

const placeOf = (clock: ClockView, now: Instant): number => URGENCIES.indexOf(clockUrgency(clock, now));
const dueOf = (clock: ClockView): Instant => clock.due ?? Number.MAX_SAFE_INTEGER;

/** A ticket with its urgency, as the list orders them. */
export interface Ranked {
  readonly ticket: TicketView;
  readonly urgency: Urgency;
}

/** The tickets, the most urgent first: by urgency, then by what is due next; late ones by severity first, finished ones latest first. */
export function ranked(tickets: readonly TicketView[], now: Instant): readonly Ranked[] {
  return tickets
    .map(ticket => ({ ticket, urgency: ticketUrgency(ticket, now), next: nextDue(ticket, now) }))
    .sort((a, b) => {
      const byUrgency = URGENCIES.indexOf(a.urgency) - URGENCIES.indexOf(b.urgency);
      if (byUrgency !== 0) return byUrgency;
      const bySeverity = a.urgency === 'breached' ? a.ticket.rank - b.ticket.rank : 0;
      return bySeverity || a.next - b.next || (a.ticket.key < b.ticket.key ? -1 : 1);
    });
}

function nextDue(ticket: TicketView, now: Instant): number {
  const open = openClocks(ticket, now);
  if (open.length > 0) return dueOf(open[0]!);
  return -Math.max(ticket.createdAt, ...ticket.clocks.map(clock => clock.closedAt ?? 0));
}
