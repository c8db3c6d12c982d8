import * as z from 'zod';
import { parseDuration } from '../../calendar/duration.ts';
import { MINUTE, SECOND } from '../../calendar/instant.ts';
import { oneOrMore, readAs, value } from './text-shapes.ts';

const windowLength = readAs(text => {
  const length = parseDuration(text);
  return length === undefined || length < 10 * SECOND || length > 15 * MINUTE ? undefined : length;
}, 'a time from 10s to 15m such as 1m');

/** When many notifications for one recipient become one. */
export const groupingShape = z.strictObject({
  window: windowLength.describe(
    'How long those beyond the first are collected: what falls into one window is one digest.',
  ),
  above: z
    .int({ error: 'a whole number from 1 to 100' })
    .min(1)
    .max(100)
    .describe('How many in a window go out alone, at once; those above them wait for its end and go out together.'),
  never: oneOrMore(value, 'a severity or a list of severities')
    .exactOptional()
    .describe('The severities that always go out alone, at once.'),
});
