import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Instant } from '../../shared/calendar/instant.ts';
import type { Environment } from '../adapters/environment.ts';

/** Where the run on this machine has its table and services, and what time it is there. */
export interface LocalRun {
  readonly table: string;
  readonly endpoint: string;
  readonly region: string;
  /** Where its functions find its services, by the names they know them by. */
  readonly environment?: Environment;
  /** Its own time `at` when the real time was `real`, going `speed` times as fast. */
  readonly time?: { readonly at: Instant; readonly real: Instant; readonly speed: number };
}

/** The run that `npm start` has told about in this folder or one above it; undefined when there is none. */
export function localRun(folder: string): LocalRun | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, '.timekeeper', 'local.json'), 'utf8'));
  } catch {
    const above = dirname(folder);
    return above === folder ? undefined : localRun(above);
  }
}

/** What time it is in a run on this machine when it is `now` outside. */
export const timeIn = ({ time }: LocalRun, now: Instant): Instant =>
  time === undefined ? now : Math.round(time.at + Math.max(0, now - time.real) * time.speed);
