import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { parsePolicy } from '../../../shared/policy/document/parse-policy.ts';
import { faultsOf, GOOD } from './good-document.ts';

/** Neither throws nor keeps silent: a policy, or faults that each point into the text. */
function answers(text: string): void {
  const parsed = parsePolicy(text);
  if (!('faults' in parsed)) {
    expect(JSON.parse(JSON.stringify(parsed.policy))).toStrictEqual(parsed.policy);
    return;
  }
  expect(parsed.faults.length).toBeGreaterThan(0);
  const lines = text.split('\n');
  for (const { line, column, message } of parsed.faults) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines.length);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(column).toBeLessThanOrEqual(lines[line - 1]!.length + 1);
    expect(message).not.toBe('');
  }
}

const noise = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.constantFrom(
    '\n',
    ': ',
    '- ',
    '{',
    '}',
    '[',
    ']',
    '&a ',
    '*a',
    '"',
    "'",
    '|\n',
    '? ',
    '#',
    '!t ',
    '~',
    '\t',
    '%',
    '<<: ',
  ),
);

const cuts = fc.array(fc.tuple(fc.nat(GOOD.length), fc.nat(12), noise), { minLength: 1, maxLength: 4 });

const mutations = cuts.map(all =>
  all.reduce((text, [from, length, put]) => text.slice(0, from) + put + text.slice(from + length), GOOD),
);

const SECTIONS = [
  'match',
  'severities',
  'severity',
  'calendars',
  'pauses',
  'targets',
  'ladders',
  'recipients',
  'tests',
];

const nonsense = fc.dictionary(fc.constantFrom(...SECTIONS, 'policy', 'edition'), fc.jsonValue({ maxDepth: 4 }));

describe('any text at all', () => {
  it('is a policy or has faults that point into it, when it is made of noise', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), answers), { numRuns: 300 });
  });

  it('is a policy or has faults that point into it, when a good document is cut and patched', () => {
    fc.assert(fc.property(mutations, answers), { numRuns: 400 });
  });

  it('is a policy or has faults that point into it, when its sections hold anything', () => {
    fc.assert(
      fc.property(nonsense, sections => answers(stringify(sections))),
      { numRuns: 200 },
    );
  });
});

const LAUGHS = ['a: &a [x, x, x, x, x, x, x, x, x]'];
for (const [index, name] of [...'bcdefghi'].entries())
  LAUGHS.push(`${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(', ')}]`);

const UNFOLDS =
  '1:1 : expected a document that unfolds to a readable size, found lists in lists or references to references without measure';

describe('a text meant to do harm', () => {
  it.each([
    ['too long', '#'.repeat(262_145), '1:1 : expected at most 262144 characters, found 262145 characters'],
    ['of lists in lists', '['.repeat(200_000), UNFOLDS],
    ['of groups in groups', '{a: '.repeat(60_000), UNFOLDS],
    ['of references to references', LAUGHS.join('\n'), UNFOLDS],
    ['with a reference to nothing', 'policy: *name', '1:9 : nothing above is named &name'],
    ['with two documents', 'policy: a\n---\npolicy: b', '2:1 : a file holds one policy document; this begins another'],
  ])('%s is refused', (_, text, fault) => {
    expect(faultsOf(text)).toEqual([fault]);
  });

  it.each([
    ['a list that holds itself', 'targets: &a [*a]'],
    ['names told fifty thousand times', 'a: 1\n'.repeat(50_000)],
    ['more rows than a target table may have', `targets:\n${'- { metric: resolution }\n'.repeat(10_000)}`],
    ['an older YAML', '%YAML 1.1\n---\nedition: 2001-01-01\npolicy: yes\n'],
    ['a set', 'targets: !!set { a, b }'],
    ['nothing', ''],
  ])('with %s has faults that point into it', (_, text) => {
    answers(text);
  });
});
