import { expect, it } from 'vitest';
import { columns } from '../../../functions/commands/columns.ts';

it('a cell cannot make a row of its own', () => {
  expect(
    columns([
      ['T1\nT2  sent', 'a'],
      ['T3', 'held \r\n\u2028 back'],
    ]),
  ).toEqual(['T1 T2  sent  a', 'T3           held back']);
});
