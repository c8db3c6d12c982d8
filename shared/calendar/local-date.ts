import { DAY } from './instant.ts';

/** A date on somebody's wall calendar, whatever the zone: whole days since 1970-01-01. */
export type EpochDay = number;

/** The same date as text, `YYYY-MM-DD`. */
export type LocalDate = string;

/** Reads `YYYY-MM-DD`; undefined when it is anything else or no such date exists. */
export function parseLocalDate(text: LocalDate): EpochDay | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const day = Date.parse(`${text}T00:00:00Z`) / DAY;
  return formatLocalDate(day) === text ? day : undefined;
}

/** Writes a date as `YYYY-MM-DD`. */
export function formatLocalDate(day: EpochDay): LocalDate {
  return Number.isNaN(day) ? '' : new Date(day * DAY).toISOString().slice(0, 10);
}

/** The day of the week of a date: 0 is Monday, 6 is Sunday. */
export function weekday(day: EpochDay): number {
  return (((day + 3) % 7) + 7) % 7;
}
