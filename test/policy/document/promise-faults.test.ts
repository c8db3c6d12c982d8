import { describe, expect, it } from 'vitest';
import { faultsOf, spoilt } from './good-document.ts';

/** What to find in the good document, what to put there, and the faults that this must give. */
const SPOILT: readonly (readonly [find: string, put: string, ...faults: string[]])[] = [
  // targets
  [
    'metric: first response, when',
    'metric: first reponse, when',
    '20:15 targets[0].metric: expected one of first response, next response, periodic update, resolution, requester response, requester wait, agent work, found "first reponse"; did you mean "first response"?',
  ],
  [
    'target: 30m',
    'target: 3 days',
    '20:63 targets[0].target: expected a time such as 2h, 30m or PT4H, "3 business days", "end of next day", "end of next business day", uncommitted, or "as contracted", found "3 days"',
  ],
  [
    'target: 30m',
    'target: 0m',
    '20:63 targets[0].target: expected a time such as 2h, 30m or PT4H, "3 business days", "end of next day", "end of next business day", uncommitted, or "as contracted", found "0m"',
  ],
  [
    'target: 30m',
    'target: 30',
    '20:63 targets[0].target: expected a time such as 2h, 30m or PT4H, "3 business days", "end of next day", "end of next business day", uncommitted, or "as contracted", found 30',
  ],
  [
    'calendar: always, ladder: urgent',
    'calendar: alway, ladder: urgnt',
    '20:78 targets[0].calendar: there is no calendar "alway"; did you mean "always"?',
    '20:93 targets[0].ladder: there is no ladder "urgnt"; did you mean "urgent"?',
  ],
  [
    'when: { severity: P1 }',
    'when: { severity: P9 }',
    '20:49 targets[0].when.severity: "P9" is not a severity of this policy, which has P1, P2, P3; did you mean "P1"?',
  ],
  [
    'when: { severity: P1 }',
    'when: { product: zeta }',
    '20:48 targets[0].when.product: no ticket reaches this row: the policy is only for tickets whose product is acme',
  ],
  [
    '  - { metric: resolution, target',
    '  - { metric: resolution, when: { plan: gold }, target',
    '23:5 targets[3]: no ticket reaches this row: targets[2] has the same condition',
  ],
  [
    '  - { metric: resolution, target',
    '  - { metric: resolution, when: { severity: P1 }, target',
    '23:5 targets[3]: a ticket can meet this row and targets[2], and neither has more conditions than the other',
  ],
  [
    'target: 30m',
    'target: 999999h',
    '20:63 targets[0].target: this target, or a rung of its ladder, lies more than 20 years away on the calendar',
  ],
  [
    'mon-thu: 09:00-17:00, fri: [09:00-12:00, 13:00-15:00]',
    'sat: closed',
    '21:39 targets[1].target: this target, or a rung of its ladder, lies more than 20 years away on the calendar',
    '22:57 targets[2].target: this target, or a rung of its ladder, lies more than 20 years away on the calendar',
    '23:35 targets[3].target: this target, or a rung of its ladder, lies more than 20 years away on the calendar',
  ],
  [
    'every 30m, at most 8',
    'every 8000h, at most 100',
    '20:63 targets[0].target: this target, or a rung of its ladder, lies more than 20 years away on the calendar',
    '22:57 targets[2].target: this target, or a rung of its ladder, lies more than 20 years away on the calendar',
  ],
  // ladders
  [
    'at: 50%',
    'at: 0.5',
    '26:13 ladders.urgent[0].at: expected a share such as 50%, -30m before, breach, +1h after, or "age 4h", up to a year; "-30m wall" counts every minute, found 0.5',
  ],
  [
    'at: 50%',
    'at: 150%',
    '26:13 ladders.urgent[0].at: expected a share such as 50%, -30m before, breach, +1h after, or "age 4h", up to a year; "-30m wall" counts every minute, found "150%"',
  ],
  [
    'at: 50%',
    'at: +60m',
    '27:13 ladders.urgent[1].at: "-10m wall" falls due before "+60m", and must stand before it',
    '28:13 ladders.urgent[2].at: "breach" falls due before "+60m", and must stand before it',
    '29:13 ladders.urgent[3].at: "+1h" is told twice in this ladder',
  ],
  [
    '{ at: breach,',
    '{ at: -15m wall,',
    '28:13 ladders.urgent[2].at: "-15m wall" falls due before "-10m wall", and must stand before it',
  ],
  [
    'email: lead }\n    - { at: -10m',
    'email: leed }\n    - { at: -10m',
    '26:25 ladders.urgent[0].email: there is no recipient "leed"; did you mean "lead"?',
  ],
  [
    '{ at: 50%, email: lead }',
    '{ at: 50% }',
    '26:7 ladders.urgent[0]: this rung tells nobody; name a recipient under email or page',
  ],
  [
    '{ at: breach, page: lead',
    '{ at: breach, page: [assignee]',
    '28:28 ladders.urgent[2].page[0]: "assignee" has no page to be told by',
  ],
  [
    'every 30m, at most 8',
    'every 0m, at most 8',
    '28:41 ladders.urgent[2].repeat: expected "every 30m, at most 8" with a minute to a year, at most 100 times, found "every 0m, at most 8"',
  ],
  [
    'every 30m, at most 8',
    'every 30m',
    '28:41 ladders.urgent[2].repeat: expected "every 30m, at most 8" with a minute to a year, at most 100 times, found "every 30m"',
  ],
  // recipients
  [
    'email: lead@acme.example',
    'email: lead at acme',
    '32:18 recipients.lead.email: expected an address such as manager@acme.example, found "lead at acme"',
  ],
  ['language: de', 'language: klingon', '32:47 recipients.lead.language: there is no language "klingon", only en, de'],
  [
    'provider: pagerduty',
    'provider: pagerdutty',
    '32:90 recipients.lead.page.provider: there is no paging provider "pagerdutty", only pagerduty, slack, sns, webhook; did you mean "pagerduty"?',
  ],
  [
    'provider: pagerduty',
    'provider: webhook',
    '32:78 recipients.lead.page: expected the url that webhook pages are posted to, found no url',
  ],
  [
    'provider: pagerduty',
    'provider: slack, url: "https://hooks.slack.com/services/T0/B0/x"',
    '32:102 recipients.lead.page.url: slack takes no url: it has one address for all, or the secret is the address',
  ],
  [
    'assignee: { email: { attribute: assignee_email } }',
    'assignee: { email: { attribute: assignee_email } }\n  nobody: {}',
    '34:11 recipients.nobody: expected email or page, found no way to be told',
  ],
  [
    'attribute: assignee_email } }',
    'attribute: assignee_email }, failover: [ { page: assignee }, { email: leed }, { page: lead }, { page: lead } ] }',
    '33:73 recipients.assignee.failover[0].page: "assignee" has no page to be told by',
    '33:94 recipients.assignee.failover[1].email: there is no recipient "leed"; did you mean "lead"?',
    '33:118 recipients.assignee.failover[3]: page to "lead" is named twice',
  ],
  [
    'attribute: assignee_email } }',
    'attribute: assignee_email }, failover: [ { email: lead, page: lead } ] }',
    '33:80 recipients.assignee.failover[0].page: "page" means nothing here, where email can stand',
  ],
  // inline tests
  [
    '+01:00, created',
    ', created',
    '36:21 tests[0].events[0].at: expected a moment with its offset such as 2026-03-02T10:00:00+01:00, found "2026-03-02T10:00:00"',
  ],
  [
    'severity: P1 } } ]',
    'severity: P1 }, reply: agent } ]',
    '36:15 tests[0].events[0]: expected one of created, status, set, reply, deleted, merged (status may come with created or set), found created and reply',
  ],
  [
    'state: running',
    'state: runing',
    '37:72 tests[0].expect.first response.state: expected one of running, paused, stopped, cancelled, found "runing"; did you mean "running"?',
  ],
];

describe('the promises and ladders of a policy document', () => {
  it.each(SPOILT)('with %j made %j tells where and why it is wrong', (find, put, ...expected) => {
    expect(faultsOf(spoilt(find, put))).toEqual(expected);
  });
});
