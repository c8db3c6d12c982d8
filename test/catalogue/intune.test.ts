import { describe, expect, it } from 'vitest';
import { type Cell, explained, keeps, shipped } from './promises.ts';

const policies = shipped('intune');
const ticket = (facts: object) => ({ product: 'intune', country: 'JP', ...facts });
const NOON = '2026-04-14T12:00+09:00';
const contract = {
  customer: 'contoso',
  from: 0,
  targets: [
    { metric: 'first response', severity: 'most severe', target: '30m' },
    { metric: 'first response', severity: 'moderate', target: '2h' },
    { metric: 'first response', severity: 'other', target: '1 business day' },
  ],
};

describe('the first answer to a request (zh-TW and ja-JP)', () => {
  it.each<Cell>([
    ['most severe, professional: 2 hours', ticket({ severity: 'most severe' }), NOON, 'due 2026-04-14T14:00+09:00'],
    ['moderate, professional: 4 hours', ticket({ severity: 'moderate' }), NOON, 'due 2026-04-14T16:00+09:00'],
    ['other, professional: 8 hours', ticket({ severity: 'other' }), NOON, 'due 2026-04-15T12:00+09:00'],
    [
      'most severe, at night: 2 hours',
      ticket({ severity: 'most severe' }),
      '2026-04-14T23:00+09:00',
      'due 2026-04-15T01:00+09:00',
    ],
    [
      'moderate can be handled in business hours',
      ticket({ severity: 'moderate' }),
      '2026-04-14T23:00+09:00',
      'due 2026-04-15T13:00+09:00',
    ],
    [
      'moderate, in Taiwan',
      ticket({ severity: 'moderate', country: 'TW' }),
      '2026-02-13T15:00+08:00',
      'due 2026-02-23T11:00+08:00',
    ],
    [
      'Endpoint Protection is out of scope',
      ticket({ severity: 'most severe', component: 'Endpoint Protection' }),
      NOON,
      'nothing',
    ],
  ])('%s', (...cell) => keeps(policies, cell));

  it.each<Cell>([
    [
      'most severe, premier',
      ticket({ support: 'premier', severity: 'most severe' }),
      NOON,
      'due 2026-04-14T12:30+09:00',
    ],
    ['moderate, premier', ticket({ support: 'premier', severity: 'moderate' }), NOON, 'due 2026-04-14T14:00+09:00'],
    ['other, premier', ticket({ support: 'premier', severity: 'other' }), NOON, 'due 2026-04-15T12:00+09:00'],
  ])('%s: as the contract says', (...cell) => keeps(policies, cell, 'first response', contract));

  it.each(['most severe', 'moderate', 'other'])(
    '%s, premier: uncommitted with no contract on file, and says so',
    severity => {
      const { clocks } = explained(policies, ticket({ support: 'premier', severity }), NOON);
      expect(clocks[0]).toMatchObject({
        target: 'as contracted',
        targetBecause: 'no contract on file names a time, so that nothing is committed',
      });
      expect(clocks[0]?.due).toBeUndefined();
    },
  );
});

it('online technical support speaks English and Japanese', () => {
  expect(explained(policies, ticket({}), NOON).contact?.languages).toEqual(['en', 'ja']);
});

describe('severity is found by the cases of the document', () => {
  it.each([
    [{ services: 'inaccessible', users: 'several' }, 'most severe'],
    [{ production: 'severely affected' }, 'most severe'],
    [{ services: 'impaired' }, 'moderate'],
    [{ services: 'inaccessible', users: 'one' }, 'moderate'],
    [{ users: 'one', workaround: true }, 'other'],
    [{}, 'other'],
  ])('%j is %s', (answers, applied) => {
    expect(explained(policies, ticket(answers), NOON).severity?.applied).toBe(applied);
  });
});
