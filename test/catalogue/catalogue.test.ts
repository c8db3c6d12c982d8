import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../shared/catalogue/catalogue.ts';
import { runPolicyTests } from '../../shared/catalogue/run-policy-tests.ts';
import { PROVIDERS } from '../../shared/paging/providers.ts';
import { overlap } from '../../shared/policy/condition.ts';
import { formatFaults } from '../../shared/policy/document/format-faults.ts';
import { parsePolicy } from '../../shared/policy/document/parse-policy.ts';

const folder = new URL('../../shared/catalogue/', import.meta.url);

it('every policy document on disk is in the catalogue', () => {
  const onDisk = readdirSync(folder).filter(file => file.endsWith('.yaml'));
  expect(CATALOGUE.map(entry => entry.file).toSorted()).toEqual(onDisk.toSorted());
});

describe.each(CATALOGUE)('$file', ({ file, title }) => {
  const text = readFileSync(new URL(file, folder), 'utf8');
  const surroundings = {
    providers: PROVIDERS,
    languages: ['en', 'de', 'ja', 'zh-Hans', 'zh-Hant'],
  };
  const parsed = parsePolicy(text, surroundings);
  if ('faults' in parsed) throw new Error(formatFaults(parsed.faults, text, file));
  const { policy, tests } = parsed;

  it('has the title the catalogue tells', () => {
    expect(policy.title).toBe(title);
  });

  it('is plain JSON once it is read, of at most 100 KiB', () => {
    const json = JSON.stringify(policy);
    expect(JSON.parse(json)).toStrictEqual(policy);
    expect(json.length).toBeLessThan(100 * 1024);
  });

  it('has a test of its own', () => {
    expect(tests.length).toBeGreaterThan(0);
  });

  it.each(runPolicyTests(policy, tests))('keeps its promise that $name', ({ rows }) => {
    expect(rows.map(row => `${row.metric} ${row.field} ${row.found}`)).toEqual(
      rows.map(row => `${row.metric} ${row.field} ${row.expected}`),
    );
  });
});

it('no two policies that look at the product are for the same one, but for editions of one policy', () => {
  const policies = CATALOGUE.flatMap(({ file }) => {
    const parsed = parsePolicy(readFileSync(new URL(file, folder), 'utf8'));
    return 'policy' in parsed && parsed.policy.match.product ? [parsed.policy] : [];
  });
  const pairs = policies.flatMap((a, index) => policies.slice(index + 1).map(b => [a, b] as const));
  const colliding = pairs.filter(([a, b]) => a.name !== b.name && overlap(a.match, b.match));
  expect(policies.length).toBeGreaterThan(5);
  expect(colliding.map(([a, b]) => `${a.name} and ${b.name}`)).toEqual([]);
});
