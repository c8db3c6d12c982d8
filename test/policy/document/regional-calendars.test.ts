import { describe, expect, it } from 'vitest';
import { parsePolicy } from '../../../shared/policy/document/parse-policy.ts';
import { hoursFor } from '../../../shared/policy/policy-calendar.ts';
import { faultsOf, GOOD, spoilt } from './good-document.ts';

const variants = `    variants:
      - { when: { country: AU }, zone: Australia/Sydney, hours: { mon-fri: 09:00-18:00 } }
      - { when: { country: group islands }, zone: { attribute: time_zone, otherwise: Asia/Tokyo }, holidays: [2026-04-29] }
reopen within: 14d
`;
const REGIONAL = GOOD.replace('reopen within: 14d\n', variants).replace(
  'severities:',
  'groups: { islands: [JP, TW], none: JP }\nseverities:',
);

const calendarOf = (text: string) => {
  const parsed = parsePolicy(text);
  if ('faults' in parsed) throw new Error(parsed.faults.map(({ message }) => message).join('\n'));
  return parsed.policy.calendars.office!;
};

describe('a calendar with variants', () => {
  const office = calendarOf(REGIONAL);
  const isZone = (name: string) => name.includes('/');

  it('has its week and zone where a variant tells none, and never its holidays', () => {
    const [australia, islands] = office.variants!;
    expect(australia).toMatchObject({ zone: 'Australia/Sydney', holidays: [], when: { country: ['AU'] } });
    expect(islands).toMatchObject({ week: office.week, zone: 'Asia/Tokyo', zoneFrom: 'time_zone', exceptions: {} });
    expect(islands!.when).toEqual({ country: ['JP', 'TW'] });
  });

  it.each([
    [{}, undefined],
    [{ country: 'DE', time_zone: 'America/Lima' }, undefined],
    [{ country: 'AU', time_zone: 'Australia/Perth' }, { variant: 0 }],
    [{ country: 'JP' }, { variant: 1 }],
    [
      { country: 'JP', time_zone: 'Asia/Taipei' },
      { variant: 1, zone: 'Asia/Taipei' },
    ],
    [{ country: 'JP', time_zone: 'nowhere' }, { variant: 1 }],
    [{ country: 'JP', time_zone: 9 }, { variant: 1 }],
  ])('gives a ticket of %j the hours %j', (attributes, hours) => {
    expect(hoursFor(office, attributes, isZone)).toEqual(hours);
  });

  it('leaves out holidays of closed days and of times before the edition', () => {
    const text = spoilt('holidays: [2026-12-25', 'holidays: [2025-12-30, 2026-12-26, 2026-12-25');
    expect(calendarOf(text).holidays).toEqual(calendarOf(GOOD).holidays);
  });
});

describe('mistakes in regional hours and conditions tell where they are', () => {
  it.each([
    [
      'zone: Australia/Sydney',
      'zone: Australia/Sydny',
      '19:40 calendars.office.variants[0].zone: expected an IANA time zone, perhaps Australia/Sydney, found "Australia/Sydny"',
    ],
    [
      'attribute: time_zone, otherwise',
      'atribute: time_zone, otherwise',
      /variants\[1\]\.zone\.atribute: "atribute" means nothing here.*did you mean "attribute"/,
    ],
    [
      '09:00-18:00',
      'closed',
      '19:65 calendars.office.variants[0].hours: it has no window on any weekday or exceptional day',
    ],
    [
      'group islands',
      'group ilands',
      '20:28 calendars.office.variants[1].when.country: there is no group "ilands"; did you mean "islands"?',
    ],
    ['country: AU }', 'country: { nt: AU } }', /variants\[0\]\.when\.country\.nt: "nt" means nothing here/],
    [
      'country: AU }',
      'country: { known: maybe } }',
      /variants\[0\]\.when\.country\.known: expected true or false, found "maybe"/,
    ],
    [
      'when: { plan: gold }',
      'when: { product: { not: acme } }',
      /no ticket reaches this row: the policy is only for tickets whose product is acme/,
    ],
    [
      'when: { plan: gold }',
      'when: { product: { known: false } }',
      /no ticket reaches this row: the policy is only for tickets whose product is acme/,
    ],
    [
      'default: P3\n',
      'default: P3\n  lower: [ { after: resolution, because: late } ]\n',
      /severity\.lower\[0\]\.after: expected requester response, found "resolution"/,
    ],
    [
      'default: P3\n',
      'default: P3\n  lower: [ { after: requester response, by: 0, because: late } ]\n',
      /severity\.lower\[0\]\.by: expected a number of steps from 1 to 20, found 0/,
    ],
    [
      'tests:',
      'contacts: [ { phone: none } ]\ntests:',
      /contacts\[0\]\.phone: expected a phone number in quotes.*found "none"/,
    ],
  ])('with %j made %j', (find, put, expected) => {
    const faults = faultsOf(REGIONAL.replace(find, () => put));
    expect(faults.join('\n')).toEqual(typeof expected === 'string' ? expected : expect.stringMatching(expected));
  });
});
