import { describe, expect, it } from 'vitest';
import { type Cell, explained, keeps, shipped } from './promises.ts';

const policies = shipped('microsoft-365', 'office-365-2019');

/** A Friday afternoon in Berlin, when the office is open; the next day is a Saturday, and ends there at midnight. */
const NOW = ['2021-06-11T15:00+02:00', '2019-06-14T15:00+02:00'] as const;
const ticket = (facts: object) => ({ product: 'microsoft-365', country: 'DE', ...facts });

/** The columns of the table of initial response times, by edition: 2021-03 (zh-TW) and 2019-05 (zh-CN). */
const COLUMNS = [
  {
    edition: '2021-03-24',
    created: NOW[0],
    business: ['Microsoft 365 Business Basic', 'Microsoft 365 Apps for business', 'Microsoft 365 Business Standard'],
    enterprise: [
      'Office 365 E1',
      'Office 365 E3',
      'Office 365 Government G2',
      'Office 365 US Government E3',
      'Office 365 Education',
    ],
    frontline: ['Office 365 F1', 'Office 365 US Government K1'],
  },
  {
    edition: '2019-05-07',
    created: NOW[1],
    business: [
      'Office 365 Business Essentials',
      'Office 365 Business',
      'Office 365 Business Premium',
      'Office 365 Education',
    ],
    enterprise: ['Office 365 E1', 'Office 365 E3', 'Office 365 Government G2', 'Office 365 US Government E3'],
    frontline: ['Office 365 F1', 'Office 365 US Government K1'],
  },
] as const;

const ANSWERS = {
  business: { A: 'one hour', B: 'uncommitted', C: 'uncommitted' },
  enterprise: { A: 'one hour', B: 'next day', C: 'uncommitted' },
  frontline: { A: 'one hour', B: 'next day', C: 'uncommitted' },
  elevated: { A: 'one hour', B: 'two hours', C: 'four hours' },
} as const;

const DUE: Readonly<Record<string, readonly [string, string]>> = {
  'one hour': ['due 2021-06-11T16:00+02:00', 'due 2019-06-14T16:00+02:00'],
  'two hours': ['due 2021-06-11T17:00+02:00', 'due 2019-06-14T17:00+02:00'],
  'four hours': ['due 2021-06-11T19:00+02:00', 'due 2019-06-14T19:00+02:00'],
  'next day': ['due 2021-06-13T00:00+02:00', 'due 2019-06-16T00:00+02:00'],
  uncommitted: ['uncommitted', 'uncommitted'],
};

describe.each(COLUMNS)('the table of initial response times, edition $edition', column => {
  const index = COLUMNS.indexOf(column);
  const cells = (['business', 'enterprise', 'frontline'] as const).flatMap(group =>
    column[group].flatMap(plan =>
      (['A', 'B', 'C'] as const).map((severity): Cell => {
        const answer = ANSWERS[group][severity];
        return [`${severity} / ${plan}: ${answer}`, ticket({ plan, severity }), column.created, DUE[answer]![index]!];
      }),
    ),
  );
  const elevated = (['Premier', 'Professional Direct'] as const).flatMap(support =>
    (['A', 'B', 'C'] as const).flatMap(severity =>
      [column.business[0], column.enterprise[0], column.frontline[0]].map((plan): Cell => {
        const answer = ANSWERS.elevated[severity];
        const facts = ticket({ plan, support, severity });
        return [`${severity} / ${support} on ${plan}: ${answer}`, facts, column.created, DUE[answer]![index]!];
      }),
    ),
  );

  it.each([...cells, ...elevated])('%s', (...cell) => keeps(policies, cell));

  it('is what the ticket is explained by', () => {
    const { policy } = explained(policies, ticket({ plan: 'Office 365 E1', severity: 'A' }), column.created);
    expect(policy?.edition).toBe(column.edition);
  });
});

describe('availability', () => {
  const night = '2021-06-11T22:00+02:00';
  it.each<Cell>([
    [
      'A is 24x7 on a business plan',
      ticket({ plan: 'Microsoft 365 Business Basic', severity: 'A' }),
      night,
      'due 2021-06-11T23:00+02:00',
    ],
    [
      'B is business hours on a business plan',
      ticket({ plan: 'Microsoft 365 Business Basic', severity: 'B' }),
      night,
      'uncommitted, opens 2021-06-14T09:00+02:00',
    ],
    [
      'C is business hours on a business plan',
      ticket({ plan: 'Microsoft 365 Business Basic', severity: 'C' }),
      night,
      'uncommitted, opens 2021-06-14T09:00+02:00',
    ],
    [
      'B is 24x7 on an enterprise plan',
      ticket({ plan: 'Office 365 E3', severity: 'B' }),
      night,
      'due 2021-06-13T00:00+02:00',
    ],
    ['C is 24x7 on an enterprise plan', ticket({ plan: 'Office 365 E3', severity: 'C' }), night, 'uncommitted'],
    ['C is 24x7 on a frontline plan', ticket({ plan: 'Office 365 F1', severity: 'C' }), night, 'uncommitted'],
    [
      'billing is Monday to Friday, local business hours',
      ticket({ plan: 'Office 365 E3', severity: 'A', category: 'billing' }),
      night,
      'uncommitted, opens 2021-06-14T09:00+02:00',
    ],
    [
      'pre-sales is Monday to Friday, local business hours',
      ticket({ category: 'pre-sales' }),
      night,
      'uncommitted, opens 2021-06-14T09:00+02:00',
    ],
    [
      'billing is, with elevated support too',
      ticket({ support: 'Premier', severity: 'A', category: 'subscription' }),
      night,
      'uncommitted, opens 2021-06-14T09:00+02:00',
    ],
    [
      'a plan the document does not name is promised nothing',
      ticket({ plan: 'Home', severity: 'A' }),
      night,
      'nothing',
    ],
    [
      'standalone plans are of the enterprise family',
      ticket({ plan: 'Project Online', severity: 'B' }),
      night,
      'due 2021-06-13T00:00+02:00',
    ],
  ])('%s', (...cell) => keeps(policies, cell));
});

describe('severity is found by the questions of the document', () => {
  const plan = 'Office 365 E3';
  it.each([
    [{ services: 'inaccessible', users: 'several' }, 'A', 'one or more services are inaccessible or unusable'],
    [{ production: 'severely affected' }, 'A', 'production, operations or deployment deadlines are severely affected'],
    [{ services: 'impaired' }, 'B', 'the service is usable but impaired'],
    [
      { services: 'impaired', users: 'one', workaround: true },
      'C',
      'one user is partly disrupted and there is a workaround',
    ],
    [{ services: 'inaccessible', users: 'one' }, 'B', 'a service is inaccessible to one user'],
    [{ impact: 'high', urgency: 'high' }, 'A', 'impact and urgency are both high'],
    [{ impact: 'medium', urgency: 'high' }, 'B', 'impact and urgency are moderate'],
    [{ impact: 'low', urgency: 'high' }, 'C', 'impact or urgency is low'],
  ])('%j is %s', (answers, applied, because) => {
    const asked = applied === 'C' ? 'A' : 'C';
    const { severity } = explained(policies, ticket({ plan, severity: asked, ...answers }), NOW[0]);
    expect(severity).toEqual({ requested: asked, applied, adjustments: [{ from: asked, to: applied, because }] });
  });
});
