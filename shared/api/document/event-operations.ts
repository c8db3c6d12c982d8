import { hookHeaders, hookQuestion } from '../hook-question.ts';
import { type Operation, problem, problems, told } from './operation.ts';

const EVENTS = {
  types: ['application/cloudevents+json', 'application/cloudevents-batch+json', 'application/json'],
  shape: 'TicketEvents',
} as const;

const taken = {
  202: told('Everything is kept: one event tells what became of it, a batch what became of each.', 'Taken'),
  207: problem('Some events of the batch are kept, some are refused.', 'BatchTaken'),
  ...problems(400, 409, 413, 415, 503),
  422: problem('The event has faults, or all events of the batch have; each is told with its place.', 'ProblemOrBatch'),
};

/** The ways in for ticket events. */
export const EVENT_OPERATIONS = {
  'POST /v1/events': {
    id: 'postEvents',
    about: 'Events',
    summary: 'Takes ticket events in, one or a batch of up to 500.',
    description:
      'Each event is a CloudEvent 1.0. The same id again is taken once. At most 1 MiB a request and 64 KiB an event.',
    access: 'signed',
    body: EVENTS,
    answers: taken,
  },
  'POST /v1/hooks/{source}': {
    id: 'postHook',
    about: 'Events',
    summary: 'Takes ticket events in from a help desk that signs its messages by Standard Webhooks.',
    description:
      'For help desks without AWS credentials. Every event must be of the help desk, and of the tenant, whose door it is. At most 256 KiB a message. A message that failed is to be sent again under its id; one that was taken before is answered and not done again.',
    access: 'message',
    question: hookQuestion,
    headers: hookHeaders,
    body: EVENTS,
    answers: { ...taken, ...problems(401) },
  },
} satisfies Readonly<Record<string, Operation>>;
