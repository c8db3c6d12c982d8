import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bundle } from '../../infra/bundle.ts';
import { ENTRIES } from '../../infra/function.ts';

const LARGEST = 450 * 1024;

const directoryOf = await bundle(ENTRIES);
const codeOf = (entry: string) => join(directoryOf(entry), 'index.js');

afterAll(() => rmSync(dirname(directoryOf(ENTRIES[0]!)), { recursive: true }));

describe.each(ENTRIES)('the bundle of %s', entry => {
  it('is at most 450 KiB', () => {
    expect(readFileSync(codeOf(entry)).length).toBeLessThanOrEqual(LARGEST);
  });

  it('is complete and starts with nothing but itself', () => {
    expect(createRequire(import.meta.url)(codeOf(entry)).handler).toBeTypeOf('function');
  });
});
