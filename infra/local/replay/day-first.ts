import { DateTime, IANAZone } from 'luxon';
import { EARLIEST, type Instant, LATEST } from '../../../shared/calendar/instant.ts';

/** Reads a time as the log writes it; undefined when it is none. */
export type ReadTime = (text: string) => Instant | undefined;

/** Whether calendars know the instant. */
export const isKnown = (at: Instant): boolean => at >= EARLIEST && at <= LATEST;

const DAY_FIRST = /^(\d{2})-(\d{2})-(\d{4}) (\d{2}):(\d{2})(?::(\d{2}))?$/;

/** Reads `DD-MM-YYYY HH:MM`, seconds allowed, as local time of an IANA zone in the years 1970-2100; throws for a zone that does not exist. */
export function dayFirst(zone: string): ReadTime {
  if (!IANAZone.isValidZone(zone)) throw new Error(`expected an IANA time zone such as Europe/Berlin, found "${zone}"`);
  return text => {
    const found = DAY_FIRST.exec(text);
    if (found === null) return undefined;
    const [day, month, year, hour, minute, second] = found.slice(1).map(part => Number(part ?? 0));
    const time = DateTime.fromObject({ year, month, day, hour, minute, second } as Record<string, number>, { zone });
    return time.isValid && isKnown(time.toMillis()) ? time.toMillis() : undefined;
  };
}
