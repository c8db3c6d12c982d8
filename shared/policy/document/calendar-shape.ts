import * as z from 'zod';
import { parseWindow, type Window } from '../../calendar/window.ts';
import { isZone } from '../../calendar/zone.ts';
import { conditionShape } from './condition-shape.ts';
import { nearest } from './nearest.ts';
import { date, name, words } from './text-shapes.ts';
import { parseDays } from './week-text.ts';

const HOURS = 'a window such as 09:00-17:00, a list of windows, or closed';

/** Hours that begin on one day, such as 22:00-06:00. */
export const windowShape = z.string({ error: HOURS }).transform((text, context): Window => {
  try {
    return parseWindow(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    context.addIssue({ code: 'custom', message: HOURS, params: { message: error.message } });
    return z.NEVER;
  }
});

const windows = z
  .union(
    [z.literal('closed').transform((): Window[] => []), windowShape.transform(only => [only]), z.array(windowShape)],
    {
      error: HOURS,
    },
  )
  .describe('When it is open, in local time: one window, a list of windows, or closed. 24:00 is the end of the day.');

/** Days of the week, such as mon-fri. */
export const daysShape = z.string().refine(text => parseDays(text) !== undefined, {
  error: 'mon, tue, wed, thu, fri, sat, sun, a range such as mon-fri, a list such as "sat,sun", or every day',
});

/** A time zone by its IANA name. */
export const zoneShape = z
  .string()
  .refine(isZone, { error: issue => `an IANA time zone${closeTo(issue.input)}` })
  .describe('An IANA time zone such as Europe/Berlin.');

function closeTo(input: unknown): string {
  const zone = nearest(String(input).slice(0, 80), Intl.supportedValuesOf('timeZone'));
  return zone === undefined ? ' such as Europe/Berlin' : `, perhaps ${zone}`;
}

/** Days on which a calendar is closed: one date, those of a country, or those of an iCalendar text. */
export const holidayShape = z.union(
  [
    date,
    z.strictObject({
      country: z
        .string()
        .describe('A country by its two letters: its public holidays, of 25 years from the edition on.'),
      region: z.string().exactOptional().describe('A state or region of it, as the holiday library writes it.'),
    }),
    z.strictObject({ icalendar: words.max(100_000).describe('An iCalendar text: every date its events cover.') }),
  ],
  { error: 'a date such as 2026-12-24, a country, or an icalendar' },
);

const ownZone = z
  .strictObject({
    attribute: name.describe('The ticket attribute that holds the zone.'),
    otherwise: zoneShape,
  })
  .describe("The customer's own time zone, and the one for everybody else.");

const zone = z.union([zoneShape, ownZone], { error: 'an IANA time zone, or the attribute that holds it' });

const hours = z
  .union([z.literal('24x7'), z.record(daysShape, windows)], { error: '24x7, or windows by day' })
  .describe('24x7, or the windows of each day; a day that is not told is closed.');

const special = {
  holidays: z.array(holidayShape).exactOptional().describe('Days on which it is closed.'),
  exceptions: z
    .record(
      z.string().refine(text => date.safeParse(text).success, { error: 'a date such as 2026-12-31' }),
      windows,
    )
    .exactOptional()
    .describe('Dates with hours of their own; they win over holidays and over the week.'),
};

/** The hours of some customers; zone and week are those of the calendar where they are not told, its holidays and exceptions are not. */
export const variantShape = z.strictObject({
  when: conditionShape,
  zone: zone.exactOptional(),
  hours: hours.exactOptional(),
  ...special,
});

/** The hours that count, told at length. */
export const calendarFields = z.strictObject({
  zone,
  hours,
  ...special,
  variants: z
    .array(variantShape)
    .max(60)
    .exactOptional()
    .describe(
      'Hours by the attributes of the ticket, such as its country; the first that is met holds, else the calendar itself.',
    ),
});

/** The hours that count: `24x7` in a word, or told at length. */
export const calendarShape = z.union([z.literal('24x7'), calendarFields], {
  error: '24x7, or a zone and its hours',
});
