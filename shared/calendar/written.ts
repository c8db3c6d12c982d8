import { HOUR, type Instant, MINUTE } from './instant.ts';
import { wallClock } from './zone.ts';

/** Writes an instant as RFC 3339 with the offset it has in a zone; in UTC where that offset is not in whole minutes. */
export function writeInstant(at: Instant, zone: string): string {
  const offset = wallClock(zone, at) - at;
  if (offset === 0 || offset % MINUTE !== 0) return trimmed(new Date(at).toISOString());
  const [hours, minutes] = [Math.abs(offset) / HOUR, (Math.abs(offset) / MINUTE) % 60];
  const shift = `${offset < 0 ? '-' : '+'}${twoDigits(Math.floor(hours))}:${twoDigits(minutes)}`;
  return trimmed(new Date(at + offset).toISOString()).replace('Z', shift);
}

const trimmed = (text: string): string => text.replace('.000Z', 'Z');

const twoDigits = (number: number): string => String(number).padStart(2, '0');
