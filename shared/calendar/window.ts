import { DAY, type Duration, HOUR, MINUTE } from './instant.ts';

/**
 * A stretch `[from, to)` of one local day in wall-clock milliseconds after its midnight: `from` below 24 h, `to` above `from` and
 * up to 48 h. A `to` beyond 24 h crosses midnight and still belongs to the day it begins on.
 */
export interface Window {
  readonly from: Duration;
  readonly to: Duration;
}

/** The whole day, 00:00-24:00. */
export const WHOLE_DAY: Window = { from: 0, to: DAY };

/** Reads `09:00-17:00`, `00:00-24:00` or, across midnight, `22:00-06:00`; a RangeError says what is wrong with any other text. */
export function parseWindow(text: string): Window {
  const match = /^\s*(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})\s*$/.exec(text);
  if (!match) throw new RangeError(`"${text}" is not a window; expected HH:MM-HH:MM such as 09:00-17:00`);
  const from = timeOfDay(text, match[1]!, match[2]!);
  const to = timeOfDay(text, match[3]!, match[4]!);
  if (from === DAY) throw new RangeError(`"${text}" begins at 24:00; write 00:00 on the next day`);
  if (from === to) throw new RangeError(`"${text}" is empty; the whole day is 00:00-24:00`);
  return { from, to: to > from ? to : to + DAY };
}

/** Writes a window as `HH:MM-HH:MM`, the way it is read. */
export function formatWindow({ from, to }: Window): string {
  return `${clock(from)}-${clock(to > DAY ? to - DAY : to)}`;
}

function timeOfDay(text: string, hours: string, minutes: string): Duration {
  const time = Number(hours) * HOUR + Number(minutes) * MINUTE;
  if (Number(minutes) > 59 || time > DAY) {
    throw new RangeError(`"${hours}:${minutes}" in "${text}" is not a time of day; expected 00:00 to 24:00`);
  }
  return time;
}

function clock(time: Duration): string {
  const hours = Math.floor(time / HOUR);
  const minutes = Math.floor((time % HOUR) / MINUTE);
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
