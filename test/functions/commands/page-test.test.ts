import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { policyEditions } from '../../../functions/adapters/policy-editions.ts';
import { type FakePagerDuty, startFakePagerDuty } from '../../../infra/local/fakes/pagerduty.ts';
import { type FakeSns, startFakeSns } from '../../../infra/local/fakes/sns.ts';
import { type SecretsEngine, startSecretsEngine } from '../../../infra/local/secrets-engine.ts';
import { tellWhereabouts } from '../../../infra/local/whereabouts.ts';
import type { Policy } from '../../../shared/policy/policy.ts';
import { ROUTING_KEY, TOPIC } from '../../paging/benches.ts';
import { policy } from '../../policies.ts';
import { type OwnTable, startOwnTable } from './own-table.ts';
import { folderWith } from './scratch.ts';
import { NOW, typed } from './typed.ts';

const HOST = { host: '127.0.0.1' } as const;
const WRONG = 'f'.repeat(32);
const pager = (secret: string) => ({ provider: 'pagerduty', secret: `timekeeper/${secret}` });

const ACME: Policy = policy({
  name: 'acme',
  title: 'Acme support',
  recipients: {
    'on call': {
      page: pager('duty'),
      language: 'de',
      routes: [
        { when: { severity: ['A'], team: ['payments'] }, page: { provider: 'sns', topic: TOPIC } },
        { when: { team: ['search'] }, page: pager('nowhere') },
        { when: { team: ['maps'] }, page: pager('garbled') },
        { when: { team: ['mail'] }, page: { provider: 'pigeon', secret: 'x' } },
      ],
    },
    manager: { email: { text: 'manager@example.test' } },
  },
});

let table: OwnTable;
let pagerDuty: FakePagerDuty;
let topics: FakeSns;
let secrets: SecretsEngine;
beforeAll(async () => {
  [table, pagerDuty, topics, secrets] = await Promise.all([
    startOwnTable(),
    startFakePagerDuty(HOST),
    startFakeSns({ ...HOST, topics: [TOPIC] }),
    startSecretsEngine({
      'timekeeper/dev/pages/duty': ROUTING_KEY,
      'timekeeper/dev/pages/garbled': 'not a key',
      'timekeeper/prod/pages/duty': WRONG,
    }),
  ]);
  await policyEditions(table.client, table.name).apply(ACME, undefined, { by: 'a test', at: 0 });
});
afterAll(() => Promise.all([table.stop(), pagerDuty.stop(), topics.stop(), secrets.stop()]));

const environment = () => ({
  PAGERDUTY_URL: pagerDuty.url,
  AWS_ENDPOINT_URL_SNS: topics.url,
  AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.url,
});
const type = (line: string) => typed(`page test ${line}`, { env: { ...table.env, ...environment() } });
const tried = () => pagerDuty.incidents().filter(({ dedupKey }) => dedupKey.startsWith('timekeeper-test-'));
const KEY = /timekeeper-test-[\da-f-]{36}/g;

describe('a test page', () => {
  it('rings by the way a ticket would go, is resolved at once, and all of it is told', async () => {
    const { code, out, err } = await type("'on call' --policy acme");
    expect([code, err]).toEqual([0, '']);
    expect(
      out
        .replaceAll(KEY, 'KEY')
        .replaceAll(pagerDuty.url, 'URL')
        .replaceAll(/\d+ bytes/g, 'N bytes'),
    ).toMatchInlineSnapshot(`
      "on call of acme, edition 1970-01-01, at severity C, is paged by pagerduty, as every ticket without a route.
      The key is the secret timekeeper/duty of the stage dev.
      trigger, with the key KEY
        posted N bytes to URL
        answered 202
        accepted
      resolve, with the key KEY
        posted N bytes to URL
        answered 202
        accepted"
    `);
    expect(tried()).toMatchObject([
      {
        status: 'resolved',
        severity: 'critical',
        summary: '[TEST] Es ist nichts geschehen: Das ist nur ein Versuch, „on call“ zu erreichen.',
      },
    ]);
  });

  it('goes to a topic where the route for such a ticket does', async () => {
    const { code, out } = await type("'on call' --policy acme --for severity=A --for team=payments");
    expect(code).toBe(0);
    expect(out.replaceAll(KEY, 'KEY').replaceAll(/known there as .*/g, 'known there as ID')).toMatchInlineSnapshot(`
      "on call of acme, edition 1970-01-01, at severity A, is paged by sns at arn:aws:sns:eu-central-1:123456789012:duty, by the route for tickets whose severity is A and team is payments.
      trigger, with the key KEY
        published "Timekeeper: TEST" to arn:aws:sns:eu-central-1:123456789012:duty
        answered 200
        accepted, known there as ID
      resolve, with the key KEY
        published "erledigt: [TEST], TEST (timekeeper)" to arn:aws:sns:eu-central-1:123456789012:duty
        answered 200
        accepted, known there as ID"
    `);
    expect(topics.published().map(({ attributes }) => attributes.action)).toEqual(['trigger', 'resolve']);
  });

  it('is resolved even if nobody knows whether it rings', async () => {
    const before = tried().length;
    pagerDuty.answerNext('take and hang up');
    const { code, out, err } = await type("'on call' --policy acme");
    expect([code, out.match(/accepted/g)?.length]).toEqual([1, 1]);
    expect(err).toContain('the trigger was not taken, and would be tried again: no answer');
    expect(tried()).toHaveLength(before + 1);
    expect(tried().at(-1)).toMatchObject({ status: 'resolved' });
  });

  it.each([
    [
      'PagerDuty refuses the key',
      "'on call' --policy acme --for team=maps",
      'the trigger was refused: the secret is not a PagerDuty routing key',
    ],
    [
      'there is no such key',
      "'on call' --policy acme --for team=search",
      'would be tried again: secret timekeeper/nowhere: ResourceNotFoundException',
    ],
    ['there is no such provider', "'on call' --policy acme --for team=mail", 'there is no paging provider pigeon'],
    [
      'there is no such recipient',
      'on-call --policy acme',
      'acme has no recipient "on-call", only on call, manager; did you mean "on call"?',
    ],
    [
      'the recipient is nobody to be paged',
      'manager --policy acme',
      'manager of acme, edition 1970-01-01, at severity C, is not paged, as every ticket without a route',
    ],
    ['there is no such policy', "'on call' --policy acne", 'there is no policy acne'],
  ])('ends with the reason where %s', async (_what, line, reason) => {
    const { code, err } = await type(line);
    expect(code).toBe(1);
    expect(err).toContain(reason);
  });

  it.each([
    [
      { status: 400, body: { message: 'Event object is invalid' } },
      'the trigger was refused: PagerDuty answered 400: Event object is invalid',
    ],
    [
      { status: 429, headers: { 'retry-after': '60' } },
      'the trigger was not taken, and would be tried again after 60 s: PagerDuty answered 429',
    ],
    [{ status: 401 }, 'the trigger was not taken, and would be tried again: PagerDuty answered 401'],
  ])('answered with %j ends with the reason', async (answer, reason) => {
    pagerDuty.answerNext(answer);
    const before = tried().length;
    const { code, err } = await type("'on call' --policy acme");
    expect(code).toBe(1);
    expect(err).toContain(reason);
    expect(tried()).toHaveLength(before);
  });

  it('takes the secrets of the stage that is named', async () => {
    await type("'on call' --policy acme --stage prod");
    expect(JSON.parse(pagerDuty.requests().at(-1)!.body)).toMatchObject({ routing_key: WRONG });
  });

  it('never tells a secret', async () => {
    const { out, err } = await type("'on call' --policy acme --for team=maps");
    expect(out + err).not.toContain('not a key');
    const { out: told } = await type("'on call' --policy acme");
    expect(told).not.toContain(ROUTING_KEY);
  });

  it.each([
    ["'on call'", 'expected --policy with the name of a policy'],
    ["'on call' --policy acme --for payments", '--for: found "payments", expected NAME=VALUE such as team=payments'],
    ['--policy acme', 'expected RECIPIENT'],
  ])('%s is not understood', async (line, complaint) => {
    const { code, err } = await type(line);
    expect(code).toBe(2);
    expect(err).toContain(complaint);
  });

  it('finds the services of the local run by itself', async () => {
    const folder = folderWith({});
    const database = { table: table.name, endpoint: table.env.AWS_ENDPOINT_URL_DYNAMODB! };
    const fallSilent = tellWhereabouts({ database, environment: environment(), now: () => NOW, speed: 480 }, folder);
    const before = tried().length;
    expect((await typed("page test 'on call' --policy acme", { folder })).code).toBe(0);
    expect(tried()).toHaveLength(before + 1);
    fallSilent();
  });
});
