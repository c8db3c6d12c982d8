import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../shared/calendar/instant.ts';
import { breachOf } from '../../shared/clock/clock.ts';
import { elapsedOf } from '../../shared/clock/due.ts';
import { foldAll } from '../../shared/clock/fold.ts';
import { policySet } from '../../shared/policy/policy-set.ts';
import type { TicketEvent } from '../../shared/ticket/ticket-event.ts';
import { policy, row } from '../policies.ts';
import { definitionOf, scenes } from './oracle/hours.ts';
import { SlowCalendar } from './oracle/slow-calendar.ts';
import { type Seen, SlowClock } from './oracle/slow-clock.ts';

const TARGETS: Readonly<Record<string, number>> = { A: 45, B: 4 * 60, C: 20 * 60 };

/** A clock that starts in the last year a calendar covers may be due after it. */
const LAST_YEAR = Date.UTC(2100, 0);

const seen: fc.Arbitrary<Seen & { readonly severity?: string }> = fc.oneof(
  fc.record({ minute: fc.nat(), status: fc.constantFrom('open', 'pending', 'on hold', 'solved') }),
  fc.record({ minute: fc.nat(), severity: fc.constantFrom('A', 'B', 'C') }).map(({ minute, severity }) => ({
    minute,
    severity,
    target: TARGETS[severity]!,
  })),
);

const minutes = fc.oneof(
  fc.integer({ min: 0, max: 6 * 24 }).map(hours => hours * 60),
  fc.integer({ min: 0, max: 6 * 24 * 60 }),
);

const lives = fc.record({
  scene: scenes.filter(
    ({ wall, hours }) => wall.step === MINUTE && wall.from < LAST_YEAR && hours.week.some(day => day.length > 0),
  ),
  born: fc.integer({ min: 2 * 24 * 60, max: 3 * 24 * 60 }),
  severity: fc.constantFrom('A', 'B', 'C'),
  seen: fc.array(fc.tuple(seen, minutes), { maxLength: 8 }),
  lasts: minutes,
});

describe('a resolution clock agrees with a walker who looks at the ticket every minute', () => {
  it('about the time it ran, when it is due, and when its promise was broken', () => {
    fc.assert(
      fc.property(lives, ({ scene: { wall, hours }, born, severity, seen: turns, lasts }) => {
        const happened = turns
          .map(([what, after]) => ({ ...what, minute: born + after }))
          .filter(({ minute }) => minute <= born + lasts)
          .toSorted((a, b) => a.minute - b.minute);
        const instant = (minute: number) => wall.from + minute * MINUTE;
        const slow = new SlowCalendar(wall, hours);
        const walked = new SlowClock(minute => slow.isOpen(instant(minute)), born, TARGETS[severity]!).walk(
          happened,
          born,
          born + lasts,
        );

        const plan = policy({
          calendars: { theirs: definitionOf(wall, hours) },
          targets: Object.entries(TARGETS).map(([name, target]) =>
            row({
              metric: 'resolution',
              when: { severity: [name] },
              target: { kind: 'duration', duration: target * MINUTE },
              calendar: 'theirs',
            }),
          ),
        });
        const policies = policySet([plan]);
        const birth = { type: 'created', id: '', at: instant(born), status: 'new', attributes: { severity } } as const;
        const events = happened.map(({ minute, status, severity: to }, index) => ({
          type: 'updated' as const,
          id: String(index).padStart(3, '0'),
          at: instant(minute),
          ...(status === undefined ? {} : { status }),
          ...(to === undefined ? {} : { attributes: { severity: to } }),
        })) as readonly TicketEvent[];
        const clock = foldAll([birth, ...events], policies)!.clocks.find(({ metric }) => metric === 'resolution')!;

        const now = instant(born + lasts);
        const minuteOf = (at: number | undefined) => (at === undefined ? undefined : (at - wall.from) / MINUTE);
        expect(elapsedOf(clock, policies.calendar(plan, 'theirs'), now) / MINUTE).toBe(walked.ran);
        expect(minuteOf(breachOf(clock, now))).toBe(walked.breachedAt);
        if (walked.due !== undefined) expect(minuteOf(clock.due)).toBe(walked.due);
      }),
      { numRuns: 10_000 },
    );
  });
});
