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

describe('business hours are those of the customer', () => {
  const business = { plan: 'Microsoft 365 Business Basic', severity: 'B' };
  it.each<Cell>([
    ['Australia, nine to six', ticket({ ...business, country: 'AU' }), '2026-06-05T17:30+10:00', 'uncommitted'],
    [
      'the United States, nine to five',
      ticket({ ...business, country: 'US' }),
      '2026-06-05T17:30-04:00',
      'uncommitted, opens 2026-06-08T09:00-04:00',
    ],
    [
      'the zone a customer names, within its country',
      ticket({ ...business, country: 'US', time_zone: 'America/Los_Angeles' }),
      '2026-06-05T07:30-07:00',
      'uncommitted, opens 2026-06-05T09:00-07:00',
    ],
    [
      'Independence Day of 2026 is kept on Friday 3 July (OPM, federal holidays 2026)',
      ticket({ ...business, country: 'US' }),
      '2026-07-03T10:00-04:00',
      'uncommitted, opens 2026-07-06T09:00-04:00',
    ],
    [
      'Corpus Christi, 4 June 2026, in Bavaria (Feiertagsgesetz, Art. 1)',
      ticket({ ...business, state: 'BY' }),
      '2026-06-04T10:00+02:00',
      'uncommitted, opens 2026-06-05T09:00+02:00',
    ],
    ['and not in Berlin', ticket({ ...business, state: 'BE' }), '2026-06-04T10:00+02:00', 'uncommitted'],
    [
      'Women’s Day, 8 March 2027, in Berlin (SonnFeiertG BE, section 1)',
      ticket({ ...business, state: 'BE' }),
      '2027-03-08T10:00+01:00',
      'uncommitted, opens 2027-03-09T09:00+01:00',
    ],
    [
      'Repentance Day, 18 November 2026, in Saxony (SächsSFG, section 1)',
      ticket({ ...business, state: 'SN' }),
      '2026-11-18T10:00+01:00',
      'uncommitted, opens 2026-11-19T09:00+01:00',
    ],
    [
      'German Unity Day is a Saturday in 2026; Whit Monday, 25 May 2026, nationwide',
      ticket(business),
      '2026-05-25T10:00+02:00',
      'uncommitted, opens 2026-05-26T09:00+02:00',
    ],
    [
      'a citizens’ holiday between two others, 22 September 2026, in Japan (Cabinet Office, 2026)',
      ticket({ ...business, country: 'JP' }),
      '2026-09-21T10:00+09:00',
      'uncommitted, opens 2026-09-24T09:00+09:00',
    ],
    [
      'Golden Week 2026 ends on 6 May in Japan (Cabinet Office, 2026)',
      ticket({ ...business, country: 'JP' }),
      '2026-05-04T10:00+09:00',
      'uncommitted, opens 2026-05-07T09:00+09:00',
    ],
    [
      'the Lunar New Year of 2026, 16 to 20 February, in Taiwan (DGPA, year 115)',
      ticket({ ...business, country: 'TW' }),
      '2026-02-16T10:00+08:00',
      'uncommitted, opens 2026-02-23T09:00+08:00',
    ],
    [
      'Peace Memorial Day is kept on Friday 27 February 2026 in Taiwan (DGPA, year 115)',
      ticket({ ...business, country: 'TW' }),
      '2026-02-27T10:00+08:00',
      'uncommitted, opens 2026-03-02T09:00+08:00',
    ],
    [
      'Teachers’ Day, 28 September 2026, in Taiwan (DGPA, year 115)',
      ticket({ ...business, country: 'TW' }),
      '2026-09-28T10:00+08:00',
      'uncommitted, opens 2026-09-29T09:00+08:00',
    ],
    [
      'the Spring Festival of 2026, 15 to 23 February, in China (State Council, 4 November 2025)',
      ticket({ ...business, country: 'CN' }),
      '2026-02-15T10:00+08:00',
      'uncommitted, opens 2026-02-24T09:00+08:00',
    ],
    [
      'the make-up Saturday before it is open',
      ticket({ ...business, country: 'CN' }),
      '2026-02-14T10:00+08:00',
      'uncommitted',
    ],
    [
      'the make-up Saturday after it is open',
      ticket({ ...business, country: 'CN' }),
      '2026-02-28T08:00+08:00',
      'uncommitted, opens 2026-02-28T09:00+08:00',
    ],
    [
      'National Day 2026, 1 to 7 October, and a make-up Saturday on the 10th',
      ticket({ ...business, country: 'CN' }),
      '2026-10-01T10:00+08:00',
      'uncommitted, opens 2026-10-08T09:00+08:00',
    ],
    [
      'the make-up Sunday of 20 September 2026 is open',
      ticket({ ...business, country: 'CN' }),
      '2026-09-20T10:00+08:00',
      'uncommitted',
    ],
    [
      'Children’s Day closes no office in China',
      ticket({ ...business, country: 'CN' }),
      '2026-06-01T10:00+08:00',
      'uncommitted',
    ],
  ])('%s', (...cell) => keeps(policies, cell));

  it.each([
    [{ country: 'AU' }, 'Australia/Sydney', 'country is AU'],
    [{ country: 'DE', state: 'SH' }, 'Europe/Berlin', 'country is DE, state is HB or HH or NI or SH'],
    [{ country: 'US', time_zone: 'America/Denver' }, 'America/Denver', 'country is US, time_zone is America/Denver'],
    [{ country: 'KR' }, 'UTC', 'fell back to UTC because it has no hours for country KR'],
    [{ time_zone: 'Asia/Seoul' }, 'Asia/Seoul', 'time_zone is Asia/Seoul'],
    [{ time_zone: 'Korea' }, 'UTC', 'fell back to UTC because it has no hours for time_zone Korea'],
    [{}, 'UTC', 'fell back to UTC because no country or state or time_zone is known'],
  ])('and explained for %j', (region, zone, because) => {
    const { clocks } = explained(policies, { product: 'microsoft-365', ...business, ...region }, NOW[0]);
    expect([clocks[0]?.zone, clocks[0]?.hoursBecause]).toEqual([zone, because]);
  });
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
