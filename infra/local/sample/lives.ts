import { type Duration, HOUR, MINUTE } from '../../../shared/calendar/instant.ts';
import type { Status } from '../../../shared/ticket/status.ts';
import type { Happening } from '../../../shared/ticket/ticket-event.ts';

/** Something that happens to a sample ticket, so long after its creation; one that `arrives` later is told late. */
export interface Turn {
  readonly after: Duration;
  readonly arrives?: Duration;
  readonly happening: Happening;
}

const answer: Happening = { type: 'message', author: 'agent', public: true };
const note: Happening = { type: 'message', author: 'agent', public: false };
const question: Happening = { type: 'message', author: 'requester', public: true };
const become = (status: Status): Happening => ({ type: 'updated', status });
const at = (after: Duration, happening: Happening): Turn => ({ after, happening });

/** What becomes of a ticket whose first answer is promised within `target`. */
type Life = (target: Duration) => readonly Turn[];

/** What can become of any ticket. */
export const LIVES = {
  answered: target => [
    at(target * 0.1, become('open')),
    at(target * 0.3, answer),
    at(target * 0.3 + 50 * MINUTE, become('solved')),
    at(target * 0.3 + 5 * HOUR, become('closed')),
  ],
  warned: target => [
    at(target * 0.2, become('open')),
    at(target * 0.4, note),
    at(target * 0.93, answer),
    at(target + 2 * HOUR, become('solved')),
  ],
  breached: target => [
    at(target * 0.5, become('open')),
    at(target * 1.2 + 12 * MINUTE, answer),
    at(target * 1.2 + 6 * HOUR, become('solved')),
  ],
  paused: target => [
    at(target * 0.4, answer),
    at(target * 0.4 + MINUTE, become('pending')),
    at(target * 0.4 + 3 * HOUR, question),
    at(target * 0.4 + 3 * HOUR + MINUTE, become('open')),
    at(target * 0.4 + 4 * HOUR, answer),
    at(target * 0.4 + 7 * HOUR, become('solved')),
  ],
  raised: target => [
    at(target * 0.3, answer),
    at(target * 0.3 + 40 * MINUTE, {
      type: 'updated',
      attributes: { impact: 'high', urgency: 'high', category: 'outage' },
    }),
    at(target * 0.3 + 2 * HOUR, answer),
    at(target * 0.3 + 9 * HOUR, become('solved')),
  ],
  reopened: target => [
    at(target * 0.2, answer),
    at(target * 0.2 + 30 * MINUTE, become('solved')),
    at(target * 0.2 + 2 * HOUR, question),
    at(target * 0.2 + 2 * HOUR, become('open')),
    at(target * 0.2 + 5 * HOUR, answer),
    at(target * 0.2 + 8 * HOUR, become('solved')),
  ],
  'told late': target => [
    { after: target * 0.9, arrives: target * 1.1 + 20 * MINUTE, happening: answer },
    at(target + 4 * HOUR, become('solved')),
  ],
  'asked again': target => [
    at(target * 0.5, answer),
    at(target * 0.5 + 20 * MINUTE, question),
    at(target * 0.5 + 3 * HOUR, answer),
    at(target * 0.5 + 4 * HOUR, question),
    at(target * 0.5 + 13 * HOUR, answer),
  ],
  'on hold': target => [
    at(target * 0.6, answer),
    at(target * 0.6 + 15 * MINUTE, become('on hold')),
    at(target * 0.6 + 8 * HOUR, become('open')),
    at(target * 0.6 + 10 * HOUR, become('solved')),
  ],
  merged: target => [at(target * 0.7, { type: 'merged', into: 'the ticket before it' })],
  deleted: target => [at(target * 0.8, { type: 'deleted' })],
  forgotten: () => [],
} as const satisfies Readonly<Record<string, Life>>;

/** Answered and waiting on a requester who keeps silent until long after most policies have lost patience. */
const silent: Life = target => [
  at(target * 0.4, answer),
  at(target * 0.4 + MINUTE, become('pending')),
  at(target * 0.4 + 54 * HOUR, question),
];

/** A life by its name. */
export type LifeName = keyof typeof LIVES | 'silent';

/** The life of that name. */
export const lifeOf = (name: LifeName): Life => (name === 'silent' ? silent : LIVES[name]);
