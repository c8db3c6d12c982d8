import { describe, expect, it } from 'vitest';
import { HOUR } from '../../../shared/calendar/instant.ts';
import { parsePolicy } from '../../../shared/policy/document/parse-policy.ts';
import type { Policy } from '../../../shared/policy/policy.ts';
import { faultsOf, GOOD, spoilt } from './good-document.ts';

const withQuiet = (text: string): string => spoilt('lead@acme.example,', `lead@acme.example, quiet: ${text},`);
const withInhibit = (text: string): string => spoilt('recipients:\n', `inhibit: ${text}\nrecipients:\n`);

function policyOf(text: string): Policy {
  const parsed = parsePolicy(text);
  if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults));
  return parsed.policy;
}

describe('quiet hours in a policy document', () => {
  const nights = { from: 22 * HOUR, to: 31 * HOUR };

  it('are windows on the days they name, else on every day', () => {
    const { lead } = policyOf(withQuiet('[{ channel: page, hours: 22:00-07:00, anyway: P1 }]')).recipients;
    expect(lead?.quiet).toEqual([{ channel: 'page', week: Array(7).fill([nights]), anyway: ['P1'] }]);
    const told = '[{ channel: email, hours: [00:00-08:00, 18:00-24:00], days: "sat,sun", zone: Asia/Tokyo }]';
    const [weekend] = policyOf(withQuiet(told)).recipients.lead!.quiet!;
    expect(weekend?.week.map(windows => windows.length)).toEqual([0, 0, 0, 0, 0, 2, 2]);
    expect(weekend).toMatchObject({ channel: 'email', zone: 'Asia/Tokyo', anyway: [] });
  });

  it.each<[string, ...string[]]>([
    [
      '[{ channel: page, hours: 22:00 }]',
      '32:69 recipients.lead.quiet[0].hours: "22:00" is not a window; expected HH:MM-HH:MM such as 09:00-17:00',
    ],
    [
      '[{ channel: page, hours: [] }]',
      '32:69 recipients.lead.quiet[0].hours: expected a list that is not empty, found an empty list',
    ],
    [
      '[{ channel: phone, hours: 22:00-07:00 }]',
      '32:56 recipients.lead.quiet[0].channel: expected one of email, page, found "phone"',
    ],
    [
      '[{ channel: page, hours: 22:00-07:00, days: workdays }]',
      '32:88 recipients.lead.quiet[0].days: expected mon, tue, wed, thu, fri, sat, sun, a range such as mon-fri, a list such as "sat,sun", or every day, found "workdays"',
    ],
    [
      '[{ channel: page, hours: 22:00-07:00, anyway: [P1, P9] }]',
      '32:95 recipients.lead.quiet[0].anyway[1]: "P9" is not a severity of this policy, which has P1, P2, P3; did you mean "P1"?',
    ],
    [
      '[{ channel: page, hours: 22:00-07:00, zone: Berlin }]',
      '32:88 recipients.lead.quiet[0].zone: expected an IANA time zone such as Europe/Berlin, found "Berlin"',
    ],
    [
      '[{ channel: page, hours: 07:00-22:00 }, { channel: page, hours: 20:00-08:00, anyway: P1 }]',
      '32:44 recipients.lead.quiet: it is quiet round the clock: nobody would ever be told of P2, P3 by page; leave an hour, or name them under anyway',
    ],
  ])('%s are refused', (text, ...expected) => {
    expect(faultsOf(withQuiet(text))).toEqual(expected);
  });

  it('are refused of a channel the recipient does not have', () => {
    const found = 'attribute: assignee_email }';
    expect(faultsOf(spoilt(found, `${found}, quiet: [{ channel: page, hours: 22:00-07:00 }]`))).toEqual([
      '33:72 recipients.assignee.quiet[0].channel: expected a channel "assignee" is told by, found "page"',
    ]);
  });

  it('may cover all of a week but an hour', () => {
    const told =
      '[{ channel: page, hours: 00:00-24:00, days: tue-sun }, { channel: page, hours: 10:00-09:00, days: mon }]';
    expect(faultsOf(withQuiet(told))).toEqual([]);
  });
});

describe('inhibitions in a policy document', () => {
  it('are by a parent or by any ticket of the tenant', () => {
    const text = withInhibit(
      '[{ parent: parent_incident, when: { type: outage }, except: P1 }, { tenant wide: true, when: { type: [outage, group big] } }]',
    );
    const { inhibit } = policyOf(text.replace('title: Acme', 'title: Acme\ngroups: { big: [fire, flood] }'));
    expect(inhibit).toEqual([
      { by: { attribute: 'parent_incident' }, when: { type: ['outage'] }, except: ['P1'] },
      { by: 'tenant', when: { type: ['outage', 'fire', 'flood'] }, except: [] },
    ]);
    expect(policyOf(GOOD).inhibit).toBeUndefined();
    expect(policyOf(withInhibit('[{ parent: parent_incident }]')).inhibit).toMatchObject([{ when: {} }]);
  });

  it.each<[string, ...string[]]>([
    ['[{ when: { type: outage } }]', '31:11 inhibit[0]: expected one of parent and "tenant wide", found neither'],
    [
      '[{ parent: parent_incident, tenant wide: true, when: { type: outage } }]',
      '31:11 inhibit[0]: expected one of parent and "tenant wide", found parent and tenant wide',
    ],
    [
      '[{ tenant wide: true }]',
      '31:11 inhibit[0]: every open ticket would mute all others of its tenant; say under when which of them does',
    ],
    ['[{ tenant wide: false, when: { type: outage } }]', '31:26 inhibit[0].tenant wide: expected true, found false'],
    [
      '[{ parent: parent_incident, except: [P7] }]',
      '31:47 inhibit[0].except[0]: "P7" is not a severity of this policy, which has P1, P2, P3; did you mean "P1"?',
    ],
    ['[{ parent: parent_incident, when: { type: group big } }]', '31:52 inhibit[0].when.type: there is no group "big"'],
  ])('%s are refused', (text, ...expected) => {
    expect(faultsOf(withInhibit(text))).toEqual(expected);
  });
});
