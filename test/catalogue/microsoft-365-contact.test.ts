import { describe, expect, it } from 'vitest';
import { type Cell, explained, keeps, shipped } from './promises.ts';

const policies = shipped('microsoft-365-contact');
const ticket = (facts: object) => ({ product: 'microsoft-365-contact', ...facts });

describe('hours of support in English (o365-worldwide)', () => {
  it.each<Cell>([
    [
      'billing, Australia: until 18:00',
      ticket({ category: 'billing', country: 'AU' }),
      '2026-04-17T17:59+10:00',
      'uncommitted',
    ],
    [
      'billing, Australia: closed from 18:00 on',
      ticket({ category: 'billing', country: 'AU' }),
      '2026-04-17T18:00+10:00',
      'uncommitted, opens 2026-04-20T09:00+10:00',
    ],
    [
      'billing, Australia: ANZAC Day is a Saturday in 2026',
      ticket({ category: 'billing', country: 'AU' }),
      '2026-04-24T10:00+10:00',
      'uncommitted',
    ],
    [
      'billing, United States: until 17:00',
      ticket({ category: 'billing', country: 'US' }),
      '2026-04-17T17:00-04:00',
      'uncommitted, opens 2026-04-20T09:00-04:00',
    ],
    [
      'billing, Canada: until 17:00',
      ticket({ category: 'billing', country: 'CA' }),
      '2026-04-17T17:00-04:00',
      'uncommitted, opens 2026-04-20T09:00-04:00',
    ],
    [
      'billing, United Kingdom: from 09:00',
      ticket({ category: 'billing', country: 'GB' }),
      '2026-04-17T08:59+01:00',
      'uncommitted, opens 2026-04-17T09:00+01:00',
    ],
    [
      'billing, United Kingdom: the summer bank holiday, 31 August 2026 (gov.uk, England)',
      ticket({ category: 'billing', country: 'GB' }),
      '2026-08-31T10:00+01:00',
      'uncommitted, opens 2026-09-01T09:00+01:00',
    ],
    ['technical, Australia: 24x7', ticket({ country: 'AU' }), '2026-12-25T03:00+11:00', 'uncommitted'],
    ['technical, United States: 24x7', ticket({ country: 'US' }), '2026-12-25T03:00-05:00', 'uncommitted'],
  ])('%s', (...cell) => keeps(policies, cell));
});

describe('lines of support (o365-worldwide)', () => {
  it.each([
    ['US', '1 800 865 9408'],
    ['CA', '1 800 865 9408'],
    ['AU', '1 800 197 503'],
    ['GB', '0800 032 6417'],
    ['NZ', undefined],
  ])('%s', (country, phone) => {
    expect(explained(policies, ticket({ country }), '2026-04-17T10:00Z').contact?.phone[0]).toBe(phone);
  });
});
