import type { Instant } from '../../shared/calendar/instant.ts';
import { type Measure, measure } from '../../shared/measure/measures.ts';
import type { Fault } from '../../shared/ticket/fault.ts';
import { type Incoming, readIncoming } from '../../shared/ticket/incoming.ts';
import { type TicketKey, ticketKeyText } from '../../shared/ticket/ticket-key.ts';
import { problem } from '../adapters/problem.ts';
import { type Answer, answerTo, answerToFaults } from './answer.ts';
import { type Intake, receive } from './receive.ts';

/** Whose events a sender may send: what is wrong with one of that ticket, nothing where it may be. */
export type Bounds = (key: TicketKey) => readonly Fault[];

/** The largest event, in characters of JSON. */
const LARGEST_EVENT = 64 * 1024;

/** Takes whatever was sent, each event on its own, those of one ticket together; answers in their order. */
export async function take(
  intake: Intake,
  values: readonly unknown[],
  now: Instant,
  bounds: Bounds = () => [],
): Promise<{ readonly answers: readonly Answer[]; readonly measures: readonly Measure[] }> {
  const incoming = values.map(value => (isTooLarge(value) ? undefined : within(bounds, readIncoming(value, now))));
  const answers: Answer[] = incoming.map(each => {
    if (each === undefined) return { status: 'refused', problem: problem(413, TOO_LARGE) };
    return 'faults' in each ? answerToFaults(each.faults) : { status: 'accepted' };
  });
  const readable = incoming.flatMap((each, index) => (each && 'event' in each ? [{ ...each, index }] : []));
  const tickets = Map.groupBy(readable, ({ key }) => ticketKeyText(key));
  const measured = await Promise.all(
    [...tickets.values()].map(async group => {
      const events = group.map(({ event }) => event);
      const { receipts, measures } = await receive(intake, group[0]!.key, events, now);
      group.forEach(({ index }, each) => {
        answers[index] = answerTo(receipts[each]!);
      });
      return measures;
    }),
  );
  const refused = answers.filter(({ status }) => status === 'refused').length;
  return { answers, measures: [...measured.flat(), ...(refused > 0 ? [measure('RejectedEvents', refused)] : [])] };
}

function within(bounds: Bounds, incoming: Incoming): Incoming {
  const faults = 'faults' in incoming ? [] : bounds(incoming.key);
  return faults.length > 0 ? { faults } : incoming;
}

const TOO_LARGE = `An event may have at most ${LARGEST_EVENT} characters`;

const isTooLarge = (value: unknown): boolean => (JSON.stringify(value) ?? '').length > LARGEST_EVENT;
