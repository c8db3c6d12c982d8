import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { bundle } from '../../infra/bundle.ts';
import { ENTRIES } from '../../infra/function.ts';

const ROUNDS = 15;

/** Prints each function's bundle and how long a process takes to load it, the fastest of some rounds, beside one that loads the bare DynamoDB client. */
export async function startUpBench(): Promise<void> {
  const entries = ['test/bench/bare-client.ts', ...ENTRIES];
  const placeOf = await bundle(entries);
  const outfiles = entries.map(entry => join(placeOf(entry), 'index.js'));
  const times = outfiles.map(() => [] as number[]);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [index, file] of outfiles.entries()) times[index]!.push(millisecondsOf(file));
  const [base, ...rest] = times.map(each => Math.min(...each));
  console.log('\nStart-up of a process (goals: a bundle of at most 450 KiB, at most 1.35 x the bare DynamoDB client)');
  console.log(`  ${'bare client'.padEnd(12)} ${kib(outfiles[0]!)} ${base!.toFixed(0).padStart(6)} ms`);
  rest.forEach((time, index) => {
    const line = `${kib(outfiles[index + 1]!)} ${time.toFixed(0).padStart(6)} ms   ${(time / base!).toFixed(2)} x`;
    console.log(`  ${basename(ENTRIES[index]!, '.ts').padEnd(12)} ${line}`);
  });
}

const kib = (file: string): string => `${(statSync(file).size / 1024).toFixed(0).padStart(6)} KiB`;

function millisecondsOf(file: string): number {
  const start = performance.now();
  execFileSync(process.execPath, [file], { stdio: 'ignore' });
  return performance.now() - start;
}

if (import.meta.main) await startUpBench();
