import { describe, expect, it } from 'vitest';
import { type Cell, explained, keeps, shipped } from './promises.ts';

const policies = shipped('microsoft-365');
const ticket = (facts: object) => ({ product: 'microsoft-365', country: 'DE', ...facts });

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
    const { clocks } = explained(
      policies,
      { product: 'microsoft-365', ...business, ...region },
      '2021-06-11T15:00+02:00',
    );
    expect([clocks[0]?.zone, clocks[0]?.hoursBecause]).toEqual([zone, because]);
  });
});
