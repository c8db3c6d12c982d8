import { afterAll, describe, expect, it } from 'vitest';
import { sign } from '../../functions/adapters/fingerprint.ts';
import { startFakeIlert } from '../../infra/local/fakes/ilert.ts';
import { startFakeJiraOperations } from '../../infra/local/fakes/jira-operations.ts';
import { startFakePagerDuty } from '../../infra/local/fakes/pagerduty.ts';
import type { PageOrder, PageRequest } from '../../shared/paging/paging-provider.ts';
import { PROVIDERS, providerOf } from '../../shared/paging/providers.ts';
import { ROUTING_KEY } from './benches.ts';
import { order } from './order.ts';

const HOST = { host: '127.0.0.1' } as const;
const API_KEY = '4513b7ea-3b91-438f-b7e4-e3e54af9147c';
const INTEGRATION_KEY = 'il1api0460d849fcdc753d4f';

const pagerDuty = await startFakePagerDuty(HOST);
const jira = await startFakeJiraOperations({ ...HOST, key: API_KEY });
const ilert = await startFakeIlert({ ...HOST, key: INTEGRATION_KEY });
afterAll(() => Promise.all([pagerDuty.stop(), jira.stop(), ilert.stop()]));

const SERVICES = {
  pagerduty: {
    fake: pagerDuty,
    secret: ROUTING_KEY,
    stands: () => pagerDuty.incidents().map(({ dedupKey, status }) => [dedupKey, status]),
  },
  'jira-operations': {
    fake: jira,
    secret: API_KEY,
    stands: () => jira.alerts().map(({ alias, open, acknowledged }) => [alias, standing(open, acknowledged)]),
  },
  ilert: {
    fake: ilert,
    secret: INTEGRATION_KEY,
    stands: () => ilert.alerts().map(({ key, open, acknowledged }) => [key, standing(open, acknowledged)]),
  },
};

const standing = (open: boolean, acknowledged: boolean) =>
  open ? (acknowledged ? 'acknowledged' : 'triggered') : 'resolved';

describe.each(Object.entries(SERVICES))('%s', (name, { fake, secret, stands }) => {
  const provider = providerOf(name)!;
  const target = { secret, standIn: fake.url, now: Date.now(), sign };
  const carried = async ({ url, headers, body }: PageRequest) => {
    const answer = await fetch(url, { method: 'POST', headers, body });
    return provider.verdict({ status: answer.status, headers: {}, body: await answer.text() }).verdict;
  };
  const ask = (what: PageOrder) => carried(provider.request(what, target) as PageRequest);
  const acknowledge = (key: string) => {
    const { at, source, ticket } = order('resolve', key);
    const said = { key, at, source, ticket, action: 'acknowledge', summary: 'Acknowledge' } as const;
    return carried(provider.acknowledge!(said, target) as PageRequest);
  };

  it('is told that somebody has seen a page, and of no other page; its end is another thing', async () => {
    for (const key of ['one', 'two']) await ask(order('trigger', key));
    expect(await acknowledge('one')).toBe('sent');
    expect(await acknowledge('nobody')).toBe('sent');
    expect(stands()).toEqual([
      ['one', 'acknowledged'],
      ['two', 'triggered'],
    ]);
    await ask(order('resolve', 'one'));
    expect(stands()[0]).toEqual(['one', 'resolved']);
  });

  it('is asked with a secret that can be one, or not at all', () => {
    const what = { ...order('resolve', 'one'), action: 'acknowledge' as const, summary: 'Acknowledge' };
    expect(provider.acknowledge!(what, { ...target, secret: 'none' })).toMatchObject({ verdict: 'refused' });
  });
});

it('the others have no such thing', () => {
  const told = PROVIDERS.filter(({ acknowledge }) => acknowledge !== undefined).map(({ name }) => name);
  expect(told.toSorted()).toEqual(Object.keys(SERVICES).toSorted());
});
