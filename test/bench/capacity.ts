import { readFileSync, writeFileSync } from 'node:fs';
import { measure } from './capacity/measure.ts';
import { withTables } from './capacity/page.ts';
import { tablesOf } from './capacity/tables.ts';

const MEASURED = new URL('capacity/measured.json', import.meta.url);
const PAGE = new URL('../../docs/capacity.md', import.meta.url);

/** Prints what each kind of work takes and what a month costs; with `write`, puts it into docs/capacity.md. */
export async function capacityBench(write = false): Promise<void> {
  const units = await measure();
  const tables = tablesOf(units);
  console.log('\nCost and limits (docs/capacity.md)');
  for (const table of Object.values(tables)) console.log(`\n${table}`);
  if (!write) return;
  writeFileSync(MEASURED, `${JSON.stringify(units, undefined, 2)}\n`);
  writeFileSync(PAGE, withTables(readFileSync(PAGE, 'utf8'), tables));
}

if (import.meta.main) await capacityBench(process.argv.includes('--write'));
