import { type Instant, MINUTE } from '../../shared/calendar/instant.ts';
import type { QueueEngine } from './queue-engine.ts';
import type { Source } from './sources.ts';

/** Something that happens again and again. */
interface Recurring {
  readonly everyMinutes: number;
  run(): Promise<void>;
}

/** What moves the machine through time. */
export interface DriverParts {
  readonly startAt: Instant;
  readonly sources: readonly Source[];
  readonly queues: QueueEngine;
  readonly sweeps: readonly Recurring[];
  /** The first instant from which a sweep could find anything to do; undefined when there is nothing at all. Absent: sweeps run always. */
  readonly worthSweepingFrom?: () => Instant | undefined;
}

/** Moves time from one instant at which something happens to the next; between them it stands still. */
export interface Driver {
  now(): Instant;
  /** Works off all that can be had now, without moving time. */
  settle(): Promise<void>;
  /** Moves time up to an instant, stopping wherever something falls due, and works it off there. */
  advance(to: Instant): Promise<void>;
  /** Has something done when its instant comes, or with the next step if that has passed. */
  at(instant: Instant, action: () => unknown): void;
  /** Leaves out the next `count` whole minutes. */
  skipSweeps(count: number): void;
}

/** The driver of the given parts. */
export function driverOf({ startAt, sources, queues, sweeps, worthSweepingFrom }: DriverParts): Driver {
  let now = startAt;
  let lostUpTo = Number.NEGATIVE_INFINITY;
  let appointments: { readonly instant: Instant; readonly action: () => unknown }[] = [];
  const isReady = ({ queueArn }: Source) => queues.depth(queueArn).ready > 0;

  async function settle(): Promise<void> {
    while (sources.some(isReady)) for (const source of sources) await source.drain();
  }

  function nextSweep(): Instant {
    const earliest = Math.max(now + 1, lostUpTo + 1);
    const worth = worthSweepingFrom ? worthSweepingFrom() : earliest;
    if (worth === undefined) return Number.POSITIVE_INFINITY;
    return Math.min(...sweeps.map(({ everyMinutes }) => ceilTo(Math.max(earliest, worth), everyMinutes * MINUTE)));
  }

  function nextInstant(sweepAt: Instant): Instant {
    const waiting = sources.map(({ queueArn }) => queues.nextInstant(queueArn) ?? Number.POSITIVE_INFINITY);
    const appointed = appointments[0]?.instant ?? Number.POSITIVE_INFINITY;
    return Math.max(now, Math.min(...waiting, appointed, sweepAt));
  }

  async function happen(): Promise<void> {
    while (appointments[0] !== undefined && appointments[0].instant <= now) await appointments.shift()!.action();
  }

  return {
    now: () => now,
    settle,
    async advance(to) {
      if (to < now) throw new Error(`time cannot go back from ${now} to ${to}`);
      await happen();
      await settle();
      for (;;) {
        const sweepAt = nextSweep();
        const next = nextInstant(sweepAt);
        if (next > to) break;
        now = next;
        await happen();
        if (now === sweepAt)
          for (const sweep of sweeps) if (now % (sweep.everyMinutes * MINUTE) === 0) await sweep.run();
        await settle();
      }
      now = to;
    },
    at(instant, action) {
      appointments = [...appointments, { instant, action }].sort((a, b) => a.instant - b.instant);
    },
    skipSweeps(count) {
      const period = Math.min(...sweeps.map(({ everyMinutes }) => everyMinutes)) * MINUTE;
      lostUpTo = ceilTo(now + 1, period) + (count - 1) * period;
    },
  };
}

const ceilTo = (instant: Instant, step: number): Instant => Math.ceil(instant / step) * step;
