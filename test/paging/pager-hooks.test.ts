import { describe, expect, it } from 'vitest';
import { hmacHex, isSame } from '../../functions/adapters/seal.ts';
import { MINUTE, SECOND } from '../../shared/calendar/instant.ts';
import type { HookRequest } from '../../shared/paging/pager-hook.ts';
import { hookOf, PAGER_HOOKS } from '../../shared/paging/pager-hooks.ts';
import { PROVIDERS } from '../../shared/paging/providers.ts';

const NOW = Date.UTC(2026, 0, 5, 9);
const [OLD, NEW] = ['old-secret', 'new-secret'];
const BODY = '{"event":"é 漢 🔔"}';

const isTrue = (name: string, request: HookRequest, secrets: readonly string[] = [NEW]) =>
  hookOf(name)!.isTrue(request, { secrets, now: NOW, hmac: hmacHex, isSame });

const v1 = (...secrets: readonly string[]) => secrets.map(secret => `v1=${hmacHex(secret, BODY)}`).join(',');
const byPagerDuty = (signature: string | undefined, body = BODY): HookRequest => ({
  headers: { 'x-pagerduty-signature': signature },
  body,
});

function bySlack(secret: string, at = NOW, body = BODY): HookRequest {
  const time = String(at / SECOND);
  const signature = `v0=${hmacHex(secret, `v0:${time}:${body}`)}`;
  return { headers: { 'x-slack-request-timestamp': time, 'x-slack-signature': signature }, body };
}

const basic = (credentials: string): HookRequest => ({
  headers: { authorization: `Basic ${btoa(credentials)}` },
  body: BODY,
});

describe('a request of a pager', () => {
  it.each<[string, boolean, HookRequest, (readonly string[])?]>([
    ['signed', true, byPagerDuty(v1(NEW))],
    ['signed with both secrets while they are changed there', true, byPagerDuty(v1(OLD, NEW))],
    ['signed with the old secret while both are in force here', true, byPagerDuty(v1(OLD)), [OLD, NEW]],
    ['with blanks between its signatures', true, byPagerDuty(v1(OLD, NEW).replace(',', ', '))],
    ['signed with a secret nobody knows', false, byPagerDuty(v1(OLD))],
    ['with another body than was signed', false, byPagerDuty(v1(NEW), `${BODY} `)],
    ['with a signature of another version', false, byPagerDuty(v1(NEW).replace('v1', 'v2'))],
    ['with half a signature', false, byPagerDuty(v1(NEW).slice(0, 40))],
    ['without a signature', false, byPagerDuty(undefined)],
    ['with an empty one', false, byPagerDuty('')],
    ['signed, where no secret is in force', false, byPagerDuty(v1(NEW)), []],
  ])('PagerDuty %s is believed: %s', (_what, expected, request, secrets) => {
    expect(isTrue('pagerduty', request, secrets)).toBe(expected);
  });

  it.each<[string, boolean, HookRequest, (readonly string[])?]>([
    ['signed', true, bySlack(NEW)],
    ['signed with the old of two secrets', true, bySlack(OLD), [OLD, NEW]],
    ['of five minutes ago', true, bySlack(NEW, NOW - 5 * MINUTE)],
    ['of more than five minutes ago', false, bySlack(NEW, NOW - 5 * MINUTE - SECOND)],
    ['of more than five minutes ahead', false, bySlack(NEW, NOW + 5 * MINUTE + SECOND)],
    ['with another body than was signed', false, { ...bySlack(NEW), body: `${BODY} ` }],
    [
      'with another time than was signed',
      false,
      { ...bySlack(NEW), headers: { ...bySlack(NEW).headers, 'x-slack-request-timestamp': String(NOW / SECOND - 1) } },
    ],
    ['signed with a secret nobody knows', false, bySlack(OLD)],
    ['without a time', false, { ...bySlack(NEW), headers: { 'x-slack-signature': 'v0=00' } }],
    ['without anything', false, { headers: {}, body: BODY }],
  ])('Slack %s is believed: %s', (_what, expected, request, secrets) => {
    expect(isTrue('slack', request, secrets)).toBe(expected);
  });

  it.each<[string, boolean, HookRequest, (readonly string[])?]>([
    ['with the password', true, basic(`timekeeper:${NEW}`)],
    ['with the old of two passwords', true, basic(`:${OLD}`), [OLD, NEW]],
    ['with a password that has a colon', true, basic('x:a:b'), ['a:b']],
    ['with another password', false, basic(`timekeeper:${OLD}`)],
    ['with a user only', false, basic('timekeeper')],
    ['with an empty password', false, basic('timekeeper:'), ['']],
    ['with something else', false, { headers: { authorization: `Bearer ${NEW}` }, body: BODY }],
    ['with what is no base64', false, { headers: { authorization: 'Basic a' }, body: BODY }],
    ['without anything', false, { headers: {}, body: BODY }],
  ])('ilert %s is believed: %s', (_what, expected, request, secrets) => {
    expect(isTrue('ilert', request, secrets)).toBe(expected);
  });

  it('the example of Slack has this signature', () => {
    const body =
      'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c';
    expect(hmacHex('8f742231b10e8888abcd99yyyzzz85a5', `v0:1531420618:${body}`)).toBe(
      'a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
    );
  });
});

const pagerDuty = (type: string, facts: object = {}, data: object = { id: 'Q1', incident_key: 'p1' }) => ({
  headers: {},
  body: JSON.stringify({
    event: {
      id: 'E1',
      event_type: type,
      resource_type: 'incident',
      occurred_at: '2026-01-05T09:00:01.5+01:00',
      agent: { summary: 'Ana\nAdmin', type: 'user_reference' },
      data,
      ...facts,
    },
  }),
});
const API = { summary: 'Events API V2', type: 'inbound_integration_reference' };
const AT = Date.UTC(2026, 0, 5, 8, 0, 1, 500);

const slack = (payload: unknown): HookRequest => ({
  headers: { 'x-slack-signature': 'v0=1' },
  body: new URLSearchParams({ payload: JSON.stringify(payload) }).toString(),
});
const press = (facts: object = {}) => ({
  type: 'block_actions',
  user: { id: 'U1', username: 'ana' },
  actions: [{ action_id: 'timekeeper.acknowledge', value: 'p1', action_ts: '1767600001.500000' }],
  ...facts,
});

const ilert = (eventType: string, facts: object = {}): HookRequest => ({
  headers: {},
  body: JSON.stringify({
    id: '12',
    eventType,
    alertKey: 'P1',
    assignedTo: { firstName: 'Ana', lastName: 'Admin', username: 'ana' },
    ...facts,
  }),
});

describe('what a pager tells', () => {
  it.each<[string, HookRequest, object | 'nothing' | undefined]>([
    [
      'pagerduty',
      pagerDuty('incident.acknowledged'),
      { id: 'E1', page: 'p1', state: 'acknowledged', at: AT, by: 'Ana Admin' },
    ],
    ['pagerduty', pagerDuty('incident.unacknowledged', { agent: null }), { state: 'ringing', by: 'PagerDuty' }],
    ['pagerduty', pagerDuty('incident.reopened'), { state: 'ringing' }],
    ['pagerduty', pagerDuty('incident.resolved', { agent: undefined }), 'nothing'],
    ['pagerduty', pagerDuty('incident.acknowledged', { agent: API }), 'nothing'],
    ['pagerduty', pagerDuty('incident.reopened', { agent: API }), { state: 'ringing', by: 'Events API V2' }],
    ['pagerduty', pagerDuty('incident.acknowledged', {}, { id: 'Q1', incident_key: null }), { page: 'Q1' }],
    [
      'pagerduty',
      pagerDuty('incident.triggered', { client: { name: 'Timekeeper p1' } }),
      { page: 'p1', calledThere: 'Q1' },
    ],
    ['pagerduty', pagerDuty('incident.triggered', { client: { name: 'Other' } }), 'nothing'],
    ['pagerduty', pagerDuty('incident.triggered', { client: null }), 'nothing'],
    ['pagerduty', pagerDuty('incident.annotated', {}, { content: 'a note' }), 'nothing'],
    ['pagerduty', pagerDuty('pagey.ping', {}, { message: 'Hello', type: 'ping' }), 'nothing'],
    ['pagerduty', pagerDuty('incident.acknowledged', { occurred_at: 'today' }), undefined],
    ['pagerduty', pagerDuty('incident.acknowledged', {}, {}), undefined],
    ['pagerduty', { headers: {}, body: 'no' }, undefined],
    [
      'slack',
      slack(press()),
      { id: 'v0=1', page: 'p1', state: 'acknowledged', at: Date.UTC(2026, 0, 5, 8, 0, 1, 500), by: 'ana' },
    ],
    ['slack', slack(press({ user: { id: 'U1' } })), { by: 'U1' }],
    ['slack', slack(press({ actions: [{ action_id: 'other', value: 'p1', action_ts: '1' }] })), 'nothing'],
    ['slack', slack(press({ type: 'view_submission', actions: undefined })), 'nothing'],
    ['slack', slack(press({ actions: [{ action_id: 'timekeeper.acknowledge', action_ts: '1' }] })), undefined],
    ['slack', slack('no'), undefined],
    ['slack', { headers: {}, body: 'other=1' }, undefined],
    [
      'ilert',
      ilert('alert-acknowledged'),
      { id: '12 alert-acknowledged', page: 'p1', state: 'acknowledged', at: NOW, by: 'Ana Admin' },
    ],
    ['ilert', ilert('alert-resolved', { assignedTo: { username: 'ana' } }), { state: 'resolved', by: 'ana' }],
    ['ilert', ilert('alert-resolved', { assignedTo: null }), { by: 'ilert' }],
    ['ilert', ilert('alert-auto-escalated'), 'nothing'],
    ['ilert', ilert('alert-resolved', { alertKey: null }), 'nothing'],
    ['ilert', { headers: {}, body: '[]' }, undefined],
  ])('%s: %#', (name, request, expected) => {
    const found = hookOf(name)!.read(request, NOW);
    if (typeof expected === 'object') expect(found).toMatchObject(expected);
    else expect(found).toBe(expected);
  });
});

it('every pager that tells us something is one we page by', () => {
  const names = PROVIDERS.map(({ name }) => name);
  expect(PAGER_HOOKS.filter(({ name }) => !names.includes(name))).toEqual([]);
});
