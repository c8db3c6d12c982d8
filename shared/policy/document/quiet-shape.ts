import * as z from 'zod';
import { CHANNELS } from '../ladder.ts';
import { daysShape, windowShape, zoneShape } from './calendar-shape.ts';
import { oneOrMore, value } from './text-shapes.ts';

/** When a recipient is not to be disturbed. */
export const quietShape = z.strictObject({
  channel: z.enum(CHANNELS).describe('The channel that is quiet.'),
  hours: oneOrMore(windowShape, 'hours such as 22:00-07:00, or a list of them').describe(
    'When, in local time, such as 22:00-07:00; what crosses midnight belongs to the day it begins on.',
  ),
  days: daysShape.exactOptional().describe('On which days, as calendars write them; on every day where none is told.'),
  zone: zoneShape.exactOptional().describe("Their own, else the calendar's, where none is told."),
  anyway: oneOrMore(value, 'a severity or a list of severities')
    .exactOptional()
    .describe('The severities they are told of all the same.'),
});
