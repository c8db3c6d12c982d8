import { readFileSync } from 'node:fs';
import type { Item } from './table-copy.ts';

/** The items of a table as an earlier release wrote it, by the name of its file. */
export const itemsOf = (name: string): readonly Item[] =>
  readFileSync(new URL(`../earlier/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));
