import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ASKED_FOLDER } from './asked-record.ts';
import type { Reading } from './output.ts';

/** A series of readings: what CloudWatch knows it by, and its unit. */
export type Emitted = Pick<Reading, 'namespace' | 'name' | 'unit' | 'dimensions'>;

/** Writes down which series a machine's functions wrote, each once, where a record is kept; a file for each machine. */
export function recordEmitted(readings: readonly Reading[]): void {
  const folder = process.env[ASKED_FOLDER];
  if (!folder) return;
  const series = readings.map(
    ({ namespace, name, unit, dimensions }): Emitted => ({ namespace, name, unit, dimensions }),
  );
  const texts = new Set(series.map(each => JSON.stringify(each)));
  writeFileSync(join(folder, `${randomUUID()}.emitted`), `[${[...texts].join()}]`);
}
