import type { Instant } from '../../shared/calendar/instant.ts';
import { isZone } from '../../shared/calendar/zone.ts';
import { instant } from '../../shared/policy/document/text-shapes.ts';
import { UsageError } from './complaint.ts';

const EXPECTED = 'a time with its offset such as 2026-03-02T09:00:00+01:00, or milliseconds since 1970';

/** Reads an instant: RFC 3339, seconds optional and cut to milliseconds, or epoch milliseconds; a UsageError for anything else. */
export function readInstant(value: unknown, what: string): Instant {
  if (Number.isSafeInteger(value)) return value as Instant;
  const text = typeof value === 'string' ? value.trim() : '';
  if (/^-?\d{1,15}$/.test(text)) return Number(text);
  const read = instant.safeParse(text.toUpperCase().replace(/(\.\d{3})\d+/, '$1'));
  if (read.success) return read.data;
  throw new UsageError(
    `${what}: found ${value === undefined ? 'nothing' : JSON.stringify(value)}, expected ${EXPECTED}`,
  );
}

/** The option that says in whose time zone times are told. */
export const ZONE_OPTION = {
  zone: { type: 'string', value: 'ZONE', about: "The reader's time zone; that of this machine if not given." },
} as const;

/** The name of a time zone, if it is one. */
export function readZone(name: string): string {
  if (isZone(name)) return name;
  throw new UsageError(`--zone: found "${name}", expected an IANA time zone such as Europe/Berlin`);
}
