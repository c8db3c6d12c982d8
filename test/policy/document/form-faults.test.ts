import { describe, expect, it } from 'vitest';
import { faultsOf, GOOD, spoilt } from './good-document.ts';

/** What to find in the good document, what to put there, and the faults that this must give. */
const SPOILT: readonly (readonly [find: string, put: string, ...faults: string[]])[] = [
  // names and dates
  [
    'policy: acme',
    'policy: Acme Support',
    '1:9 policy: expected a name of small letters, digits and hyphens, found "Acme Support"',
  ],
  ['2026-01-01\n', '2026-02-30\n', '2:10 edition: expected a date such as 2026-01-31, found "2026-02-30"'],
  ['title: Acme\n', '', '1:1 title: expected a text, found nothing'],
  [
    'reopen within: 14d',
    'reopen within: a fortnight',
    '17:16 reopen within: expected a time such as 36h, or days of 24 hours such as 14d, found "a fortnight"',
  ],
  [
    'resolution: [pending]',
    'resolution: [waiting]',
    '18:24 pauses.resolution[0]: expected one of new, open, pending, on hold, found "waiting"',
  ],
  [
    'title: Acme\n',
    'title: Acme\ntitel: Acme\n',
    '4:1 titel: "titel" means nothing here, where policy, edition, title, source, match, precedence, groups, severities, severity, calendars, reopen within, solved unanswered, pauses, targets, ladders, inhibit, grouping, recipients, contacts, tests can stand; did you mean "title"?',
  ],
  ['title: Acme\n', 'title: Acme\nprecedence: high\n', '4:13 precedence: expected a whole number, found "high"'],
  // YAML
  ['title: Acme\n', 'title: Acme\npolicy: acme\n', '4:1 policy: "policy" is told twice'],
  [
    'plan: gold',
    'plan: 1.10',
    '22:41 targets[2].when.plan: 1.10 is read as the number 1.1; write it in quotes when it is a text',
  ],
  [
    'match: { product: acme }',
    'match: { product: acme',
    '5:1 : Flow map in block collection must be sufficiently indented and end with a }',
  ],
  ['title: Acme', 'title: !words Acme', '3:8 : Unresolved tag: !words'],
  [
    'match: { product: acme }',
    'match: { __proto__: acme }',
    '4:10 match.__proto__: expected another name, found "__proto__"',
  ],
  [
    'match: { product: acme }',
    'match: { [a]: acme }',
    '4:8 match: expected a name before every colon, found something else',
  ],
  // severities
  ['[P1, P2, P3]', '[P1, P2, P3, P2]', '5:26 severities[3]: expected every severity once, found "P2"'],
  [
    'default: P3',
    'default: P4',
    '7:12 severity.default: "P4" is not a severity of this policy, which has P1, P2, P3; did you mean "P1"?',
  ],
  [
    'severity: P1, because',
    'severity: urgent, because',
    '8:49 severity.derive[0].severity: "urgent" is not a severity of this policy, which has P1, P2, P3',
  ],
  [', because: billing is at most P2', '', '9:10 severity.cap[0].because: expected a text, found nothing'],
  // calendars
  [
    'zone: Europe/Berlin\n',
    'zone: Europe/Berln\n',
    '13:11 calendars.office.zone: expected an IANA time zone, perhaps Europe/Berlin, found "Europe/Berln"',
  ],
  [
    'mon-thu: 09:00-17:00',
    'mon-thu: 9 to 5',
    '14:23 calendars.office.hours.mon-thu: "9 to 5" is not a window; expected HH:MM-HH:MM such as 09:00-17:00',
  ],
  [
    'mon-thu: 09:00-17:00',
    'mon-thu: 25:00-26:00',
    '14:23 calendars.office.hours.mon-thu: "25:00" in "25:00-26:00" is not a time of day; expected 00:00 to 24:00',
  ],
  ['mon-thu: 09:00', 'mon-fri: 09:00', '14:36 calendars.office.hours.fri: fri is told twice'],
  [
    'mon-thu: 09:00',
    'monday: 09:00',
    '14:14 calendars.office.hours.monday: expected mon, tue, wed, thu, fri, sat, sun, a range such as mon-fri, a list such as "sat,sun", or every day, found "monday"',
  ],
  [
    'always: 24x7',
    'always: { zone: UTC, hours: { mon: closed } }',
    '11:31 calendars.always.hours: it has no window on any weekday or exceptional day',
  ],
  [
    'always: 24x7',
    'always: { hours: 24x7 }',
    '11:11 calendars.always.zone: expected an IANA time zone, or the attribute that holds it, found nothing',
  ],
  ['always: 24x7', 'always: 24/7', '11:11 calendars.always: expected 24x7, or a zone and its hours, found "24/7"'],
  [
    '[2026-12-25, 2026-01-01',
    '[2026-12-25, christmas',
    '15:28 calendars.office.holidays[1]: expected a date such as 2026-01-31, found "christmas"',
  ],
  [
    '[2026-12-25, 2026-01-01',
    '[2026-12-25, { contry: DE, region: BE }',
    '15:28 calendars.office.holidays[1].country: expected a text, found nothing',
    '15:30 calendars.office.holidays[1].contry: "contry" means nothing here, where country, region can stand; did you mean "country"?',
  ],
  [
    '2026-12-31: 09:00',
    '2026-12-32: 09:00',
    '16:19 calendars.office.exceptions.2026-12-32: expected a date such as 2026-12-31, found "2026-12-32"',
  ],
];

describe('the form of a policy document', () => {
  it('is without a fault as it stands', () => {
    expect(faultsOf(GOOD)).toEqual([]);
  });

  it.each(SPOILT)('with %j made %j tells where and why it is wrong', (find, put, ...expected) => {
    expect(faultsOf(spoilt(find, put))).toEqual(expected);
  });
});
