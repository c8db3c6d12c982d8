import { expect, it } from 'vitest';
import { formatFaults } from '../../../shared/policy/document/format-faults.ts';
import { parsePolicy } from '../../../shared/policy/document/parse-policy.ts';
import { spoilt } from './good-document.ts';

function formatted(text: string): string {
  const parsed = parsePolicy(text);
  return 'faults' in parsed ? formatFaults(parsed.faults, text, 'acme.yaml') : 'no fault';
}

it('a fault is told with its file, line and column, and with a caret under the spot', () => {
  expect(formatted(spoilt('calendar: always', 'calendar: alway'))).toBe(
    `acme.yaml:20:78: targets[0].calendar: there is no calendar "alway"; did you mean "always"?
  20 |   - { metric: first response, when: { severity: P1 }, target: 30m, calendar: alway, ladder: urgent }
     |                                                                              ^
`,
  );
});

it('all faults are told, in the order of the text', () => {
  const text = spoilt('calendar: always', 'calendar: alway').replace('edition: 2026-01-01', 'edition: soon');
  expect(formatted(text)).toMatch(/^acme\.yaml:2:10: edition: .*\n.*edition: soon\n.*\^\n\nacme\.yaml:20:78: targets/);
});

it('a very long line is told in part', () => {
  const text = spoilt('calendar: always', `calendar:${' '.repeat(500)}alway`);
  const [, line, caret] = formatted(text).split('\n');
  expect(line!.length).toBeLessThan(140);
  expect(line!.slice(caret!.indexOf('^'))).toMatch(/^alway, ladder/);
});
