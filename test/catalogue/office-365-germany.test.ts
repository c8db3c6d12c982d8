import { describe, expect, it } from 'vitest';
import { type Cell, explained, keeps, shipped } from './promises.ts';

const policies = shipped('office-365-germany');
const ticket = (facts: object = {}) => ({ product: 'office-365-germany', ...facts });
const SATURDAY = '2026-04-11T16:59+02:00';

describe('hours of support (o365-germany)', () => {
  it.each<Cell>([
    [
      'billing, Germany: open Friday 16:59 Berlin',
      ticket({ category: 'billing', country: 'DE' }),
      '2026-04-10T16:59+02:00',
      'uncommitted',
    ],
    [
      'billing, Germany: closed from 17:00 on',
      ticket({ category: 'billing', country: 'DE' }),
      '2026-04-10T17:00+02:00',
      'uncommitted, opens 2026-04-13T09:00+02:00',
    ],
    [
      'billing, other markets: closed on Saturday',
      ticket({ category: 'billing', country: 'AT' }),
      SATURDAY,
      'uncommitted, opens 2026-04-13T09:00+02:00',
    ],
    [
      'billing, other markets: Berlin time, not that of Lisbon',
      ticket({ category: 'subscription', country: 'PT' }),
      '2026-04-13T08:30+01:00',
      'uncommitted',
    ],
    [
      'billing: closed on Good Friday, 3 April 2026, and Easter Monday',
      ticket({ category: 'billing' }),
      '2026-04-03T10:00+02:00',
      'uncommitted, opens 2026-04-07T09:00+02:00',
    ],
    ['technical, Germany: 24x7', ticket({ country: 'DE' }), SATURDAY, 'uncommitted'],
    [
      'technical, other markets: 24x7',
      ticket({ country: 'FR', category: 'technical' }),
      '2026-12-25T03:00+01:00',
      'uncommitted',
    ],
  ])('%s', (...cell) => keeps(policies, cell));
});

describe('lines of support (o365-germany)', () => {
  it.each([
    ['Germany', 'DE', ['0800 589 2330', '069 380 789 305'], ['de', 'en']],
    ['all other markets of the European Economic Area', 'FR', ['+49 69 380 789 305'], ['de', 'en']],
  ])('%s', (_name, country, phone, languages) => {
    expect(explained(policies, ticket({ country }), SATURDAY).contact).toMatchObject({ phone, languages });
  });
});
