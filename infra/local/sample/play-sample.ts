import type { Instant } from '../../../shared/calendar/instant.ts';
import type { Happening, TicketEvent } from '../../../shared/ticket/ticket-event.ts';
import type { Machine } from '../machine.ts';
import { toCloudEvent } from '../replay/to-cloud-event.ts';
import { SAMPLE_LENGTH, type SampleEvent, sampleTimeline } from './timeline.ts';

/** Monday 23 November 2026, 08:30 in Berlin: where a machine that plays the sample starts. */
export const SAMPLE_START: Instant = Date.parse('2026-11-23T08:30:00+01:00');

const SOURCE = '/acme/desk';
const FIRST_NUMBER = 1000;
const NUMBERS_A_ROUND = 200;

/**
 * Posts the sample from `start` on, everything as virtual time reaches it; when it is over it begins anew with new tickets. Only what
 * comes next is ever laid out, so that it can go on for ever.
 */
export function playSample(machine: Pick<Machine, 'at' | 'post'>, start: Instant): void {
  const arrivals = [...Map.groupBy(sampleTimeline(), ({ arrives }) => arrives)];
  const layOut = (round: number, place: number): void => {
    const [arrives, batch] = arrivals[place]!;
    const from = start + round * SAMPLE_LENGTH;
    machine.at(from + arrives, async () => {
      const last = place === arrivals.length - 1;
      layOut(last ? round + 1 : round, last ? 0 : place + 1);
      await machine.post(batch.map(event => toCloudEvent(keyOf(round, event.ticket), ticketEvent(round, from, event))));
    });
  };
  layOut(0, 0);
}

const keyOf = (round: number, ticket: number) => ({
  tenant: '',
  source: SOURCE,
  id: `ACME-${FIRST_NUMBER + round * NUMBERS_A_ROUND + ticket}`,
});

function ticketEvent(round: number, from: Instant, { ticket, place, at, happening }: SampleEvent): TicketEvent {
  const told: Happening = happening.type === 'merged' ? { ...happening, into: keyOf(round, ticket - 1).id } : happening;
  return { ...told, id: `${String(place).padStart(2, '0')}-${told.type}`, at: from + at };
}
