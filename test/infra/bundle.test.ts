import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bundle } from '../../infra/bundle.ts';
import { ENTRIES } from '../../infra/function.ts';

const LARGEST = 450 * 1024;

const directoryOf = await bundle(ENTRIES);
const codeOf = (entry: string) => join(directoryOf(entry), 'index.js');

const sizes = ENTRIES.map(entry => [entry, readFileSync(codeOf(entry)).length] as const);
process.stdout.write(sizes.map(([entry, size]) => `${(size / 1024).toFixed(0).padStart(6)} KiB  ${entry}\n`).join(''));

afterAll(() => rmSync(dirname(directoryOf(ENTRIES[0]!)), { recursive: true }));

describe.each(sizes)('the bundle of %s', (entry, size) => {
  it('is at most 450 KiB', () => {
    expect(size).toBeLessThanOrEqual(LARGEST);
  });

  it('is complete and starts with nothing but itself', () => {
    expect(createRequire(import.meta.url)(codeOf(entry)).handler).toBeTypeOf('function');
  });
});
