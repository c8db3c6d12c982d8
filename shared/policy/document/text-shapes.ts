import * as z from 'zod';
import { parseDuration } from '../../calendar/duration.ts';
import { DAY, type Duration, type Instant } from '../../calendar/instant.ts';
import { parseLocalDate } from '../../calendar/local-date.ts';

/** A text that has a meaning of its own; one that `read` makes nothing of is a fault that says what was expected. */
export function readAs<T extends object | string | number>(read: (text: string) => T | undefined, expected: string) {
  return z.string({ error: expected }).transform((text, context): T => {
    const value = read(text.trim());
    if (value !== undefined) return value;
    context.addIssue(expected);
    return z.NEVER;
  });
}

/** Some words for people. */
export const words = z.string().regex(/\S/, { error: 'a text' }).max(2000, { error: 'at most 2000 characters' });

/** The name of something in the document. */
export const name = z.string().regex(/^\S(.{0,62}\S)?$/u, { error: 'a name of 1 to 64 characters' });

/** A value as ticket attributes have it, compared as text. */
export const value = z
  .union([z.string(), z.number(), z.boolean()], { error: 'a text, a number or true or false' })
  .transform(String);

/** A list, or the one member of it. */
export const oneOrMore = <T extends z.ZodType>(one: T, expected: string) =>
  z.union([one.transform(only => [only]), z.array(one).min(1)], { error: expected });

/** A date of some year from 1970 to 2100. */
export const date = readAs(
  text => (parseLocalDate(text) !== undefined && text >= '1970' && text < '2101' ? text : undefined),
  'a date such as 2026-01-31',
);

/** A moment with its offset from UTC. */
export const instant = readAs(readInstant, 'a moment with its offset such as 2026-03-02T10:00:00+01:00');

const MOMENT = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

function readInstant(text: string): Instant | undefined {
  const [, day] = MOMENT.exec(text) ?? [];
  const t = Date.parse(text.replace(' ', 'T'));
  return day === undefined || parseLocalDate(day) === undefined || Number.isNaN(t) ? undefined : t;
}

/** A length of time in which days are 24 hours each. */
export const timeOrDays = readAs(readTimeOrDays, 'a time such as 36h, or days of 24 hours such as 14d');

function readTimeOrDays(text: string): Duration | undefined {
  const days = /^(\d{1,4})d$/.exec(text)?.[1];
  const time = days === undefined ? parseDuration(text) : Number(days) * DAY;
  return time === undefined || time > 9999 * DAY ? undefined : time;
}
