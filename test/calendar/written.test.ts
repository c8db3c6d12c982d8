import { describe, expect, it } from 'vitest';
import { writeInstant } from '../../shared/calendar/written.ts';

describe('an instant', () => {
  it.each([
    ['in its zone', '2026-03-02T08:00:00Z', 'Europe/Berlin', '2026-03-02T09:00:00+01:00'],
    ['west of it', '2026-03-02T08:00:00.125Z', 'America/St_Johns', '2026-03-02T04:30:00.125-03:30'],
    ['in UTC', '2026-03-02T08:00:00Z', 'UTC', '2026-03-02T08:00:00Z'],
    ['in UTC where its offset has seconds', '1970-03-02T08:00:00Z', 'Africa/Monrovia', '1970-03-02T08:00:00Z'],
  ])('is written %s', (_where, at, zone, expected) => {
    expect(writeInstant(Date.parse(at), zone)).toBe(expected);
  });
});
