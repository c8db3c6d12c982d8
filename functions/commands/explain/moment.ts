import type { Instant } from '../../../shared/calendar/instant.ts';
import { wallClock } from '../../../shared/calendar/zone.ts';

/** The zone a clock counts in, and that of the reader. */
export interface Zones {
  readonly zone: string;
  readonly reader: string;
}

/** An instant for people: `Mon 2 Mar 2026 10:00`, with seconds where there are any, cut to whole ones. */
export function momentText(at: Instant, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    timeZone: zone,
  }).formatToParts(at);
  const part = (type: string) => parts.find(each => each.type === type)?.value ?? '';
  return `${part('weekday')} ${part('day')} ${part('month')} ${part('year')} ${timeText(at, zone)}`;
}

/** An instant in the clock's zone, and in the reader's where its clocks show another time: `Mon 2 Mar 2026 10:00 Europe/Berlin (Mon …)`. */
export function momentInBoth(at: Instant, { zone, reader }: Zones): string {
  const own = `${momentText(at, zone)} ${zone}`;
  return wallClock(zone, at) === wallClock(reader, at) ? own : `${own} (${momentText(at, reader)} ${reader})`;
}

function timeText(at: Instant, zone: string): string {
  const time = new Date(wallClock(zone, at)).toISOString().slice(11, 19);
  return time.replace(/:00$/, '');
}
