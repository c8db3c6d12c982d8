import { expect, it } from 'vitest';
import { printable } from '../../../functions/commands/printable.ts';

it.each([
  ['one\ntwo\tthree\r\n', 'one\ntwo\tthree\r\n'],
  ['\u001b[2J\u009b2J\u0007', '\\u001b[2J\\u009b2J\\u0007'],
  ['over\rwritten', 'over\\u000dwritten'],
  ['T-1\u202e1-T', 'T-1\\u202e1-T'],
  ['Müller 日本 👩‍🚒', 'Müller 日本 👩‍🚒'],
])('%j goes to a terminal as %j', (text, expected) => {
  expect(printable(text)).toBe(expected);
});

it('JSON means the same afterwards', () => {
  const value = { id: 'T\u202e\u009b\u001b\n1' };
  expect(JSON.parse(printable(JSON.stringify(value)))).toEqual(value);
});
