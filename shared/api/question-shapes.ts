import * as z from 'zod';
import { parseDuration } from '../calendar/duration.ts';
import { DAY, type Duration, HOUR } from '../calendar/instant.ts';
import { isZone } from '../calendar/zone.ts';
import { instant, readAs } from '../policy/document/text-shapes.ts';
import { partShape } from './list-shapes.ts';

const name = z.string().min(1, { error: 'a name' }).max(200, { error: 'at most 200 characters' });
const tenant = name.exactOptional().describe('The tenant of the ticket, where there are several.');
const source = name.describe('The help desk of the ticket, as its events name it.');

/** Which ticket is asked for. */
export const ticketQuestion = z.strictObject({
  ticket: name.describe('The id of the ticket; a slash in it may be sent as it is or as `%2F`.'),
  source,
  tenant,
});

/** Why which ticket is due, as seen when and by whom. */
export const explanationQuestion = z.strictObject({
  ...ticketQuestion.shape,
  at: instant.exactOptional().describe('As seen at that time; now where none is told.'),
  zone: z
    .string()
    .refine(isZone, { error: 'an IANA time zone such as Europe/Berlin' })
    .default('UTC')
    .describe("The reader's IANA time zone."),
});

const LONGEST = 366 * DAY;
const within = readAs(readWithin, 'a time such as 30m, 2h or PT2H, of at most 366 days');

/** Which deadlines are asked for. */
export const atRiskQuestion = z.strictObject({
  within: within
    .default(2 * HOUR)
    .describe('How far ahead to look, such as `2h`. What is late is told whatever is said here.'),
  ...partShape.shape,
  limit: partShape.shape.limit.describe('Of how many tickets to tell at most.'),
});

/** Which deliveries are asked for: those of a ticket, or those under way. */
export const deliveriesQuestion = z.strictObject({
  ticket: name.exactOptional().describe('Those of the ticket of that id; `source` is needed then.'),
  source: name.exactOptional().describe('The help desk of the ticket, as its events name it.'),
  tenant,
  undelivered: z
    .literal('true', { error: 'true' })
    .exactOptional()
    .describe('Those of every ticket that should have reached somebody and have not.'),
  within: within
    .default(HOUR)
    .describe(
      'Of those not delivered: how far ahead to look for the next attempt, such as `24h` for all that waits for the morning.',
    ),
  ...partShape.shape,
});

/** Which silences are asked for. */
export const silencesQuestion = z.strictObject({
  all: z.enum(['true', 'false']).default('false').describe('Whether to tell those that are over too.'),
});

/** Which silence is to be ended, and who wants it so. */
export const silenceQuestion = z.strictObject({
  id: name.describe('The id of the silence.'),
  by: name.exactOptional().describe('Who ends it; whoever signs where nobody is told.'),
});

function readWithin(text: string): Duration | undefined {
  const read = parseDuration(text);
  return read === undefined || read > LONGEST ? undefined : read;
}
