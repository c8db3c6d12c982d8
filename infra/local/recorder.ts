import type { Instant } from '../../shared/calendar/instant.ts';
import { type LogLine, type Reading, readingsIn } from './output.ts';

/** Keeps what functions write: readings apart from other lines. */
export interface Recorder {
  readonly readings: readonly Reading[];
  readonly lines: readonly LogLine[];
  hear(functionName: string, line: string): void;
}

/** A recorder that stamps what it hears with the machine's time, keeps at least the latest `atMost / 2` of each kind, and passes readings on. */
export function recorderAt(now: () => Instant, atMost: number, tell: (reading: Reading) => void): Recorder {
  const readings: Reading[] = [];
  const lines: LogLine[] = [];
  return {
    readings,
    lines,
    hear(functionName, line) {
      const found = readingsIn(line, functionName, now());
      found?.forEach(tell);
      if (found) readings.push(...found);
      else lines.push({ functionName, at: now(), line });
      for (const kept of [readings, lines]) if (kept.length > atMost) kept.splice(0, kept.length - atMost / 2);
    },
  };
}
