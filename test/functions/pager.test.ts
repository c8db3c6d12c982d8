import { afterAll, describe, expect, it } from 'vitest';
import type { Unanswered } from '../../functions/adapters/http.ts';
import { type Carriers, carriersIn, pagerBy } from '../../functions/adapters/pager.ts';
import { type FakeJiraOperations, startFakeJiraOperations } from '../../infra/local/fakes/jira-operations.ts';
import type { PageResponse } from '../../shared/paging/paging-provider.ts';
import { PROVIDERS, providerOf } from '../../shared/paging/providers.ts';
import { startBenches } from '../paging/benches.ts';
import { order } from '../paging/order.ts';

const benches = await startBenches();
afterAll(() => Promise.all(Object.values(benches).map(({ fake }) => fake.stop())));

/** What comes of a page at a provider whose service gives that answer. */
function asked(name: string, answer: PageResponse | Unanswered) {
  const { secret, place } = benches[name]!;
  const give = async () => answer;
  const secrets = { value: async () => secret, forget: () => {} };
  const pager = pagerBy({ post: give, publish: give, pause: async () => {}, secrets, standIns: {} });
  const { standIn: _aside, ...own } = place;
  const route = { provider: name, ...(secret === '' ? {} : { secret: 'timekeeper/key' }), ...own };
  return pager(providerOf(name)!, route, order('trigger', 'timekeeper-1'), 0);
}

describe('a secret that was changed', () => {
  const OLD = 'https://hooks.slack.com/services/T1/B1/old';
  const NEW = OLD.replace('old', 'new');

  /** What comes of a page whose secrets are these, one after the other, where only the new one leads anywhere. */
  async function paged(...values: readonly string[]) {
    const left = [...values];
    const posted: string[] = [];
    const carriers: Carriers = {
      ...carriersIn({ AWS_REGION: 'eu-central-1' }),
      secrets: { value: async () => left[0]!, forget: () => void left.shift() },
      post: async ({ url }) => {
        posted.push(url);
        return url === NEW
          ? { status: 200, headers: {}, body: 'ok' }
          : { status: 404, headers: {}, body: 'no_service' };
      },
    };
    const route = { provider: 'slack', secret: 'timekeeper/slack' };
    const { verdict } = await pagerBy(carriers)(providerOf('slack')!, route, order('trigger', 'timekeeper-1'), 0);
    return { verdict, posted };
  }

  it.each([
    ['is read anew where it is not believed', [OLD, NEW], 'sent', [OLD, NEW]],
    ['is read anew where it cannot be one', ['nonsense', NEW], 'sent', [NEW]],
    ['and is still wrong is not tried a third time', [OLD, `${OLD}er`, NEW], 'refused', [OLD, `${OLD}er`]],
    ['in name only is not tried again', [OLD, OLD], 'refused', [OLD]],
  ])('%s', async (_what, values, verdict, posted) => {
    expect(await paged(...values)).toEqual({ verdict, posted });
  });
});

describe('a page that Jira takes', () => {
  const API_KEY = '4513b7ea-3b91-438f-b7e4-e3e54af9147c';
  const pauses: number[] = [];

  async function paged(prepare: (jira: FakeJiraOperations) => void) {
    const jira = await startFakeJiraOperations({ host: '127.0.0.1', key: API_KEY });
    prepare(jira);
    const carriers = {
      ...carriersIn({ ALLOW_LOCAL_WEBHOOKS: '1', AWS_REGION: 'eu-central-1' }),
      secrets: { value: async () => API_KEY, forget: () => {} },
      pause: async (length: number) => void pauses.push(length),
      standIns: { 'jira-operations': jira.url },
    };
    const route = { provider: 'jira-operations', secret: 'timekeeper/key' };
    const outcome = await pagerBy(carriers)(providerOf(route.provider)!, route, order('trigger', 'timekeeper-1'), 0);
    await jira.stop();
    return { outcome, asked: jira.requests().map(({ method }) => method) };
  }

  it('is asked after once, two seconds later', async () => {
    expect(await paged(() => {})).toMatchObject({ outcome: { verdict: 'sent' }, asked: ['POST', 'GET'] });
    expect(pauses).toEqual([2000]);
  });

  it('and makes no alert of was refused', async () => {
    expect((await paged(jira => jira.failNext('The integration is disabled'))).outcome).toEqual({
      verdict: 'refused',
      detail: 'Jira took it and made no alert of it: The integration is disabled',
    });
  });

  it.each([404, 429, 500, { status: 200, body: 'no JSON' }, 'hang up'] as const)(
    'is believed where that cannot be told: %s',
    async fault => {
      const taken = { status: 202, body: { requestId: 'R1' } };
      const { outcome } = await paged(jira => jira.answerNext(taken, fault));
      expect(outcome).toEqual({ verdict: 'sent', reference: 'R1' });
    },
  );
});

/** Whether a text tells enough of a secret for somebody to use it, or to find the rest. */
const tells = (text: string, secret: string): boolean =>
  secret
    .split(/[^\w+-]+/)
    .flatMap(part => Array.from({ length: Math.max(0, part.length - 11) }, (_, from) => part.slice(from, from + 12)))
    .some(part => text.toLowerCase().includes(part.toLowerCase()));

describe.each(PROVIDERS.map(({ name }) => name))('%s', name => {
  it('is asked again where it does not answer, and not where nobody may go', async () => {
    const lost = { failed: 'lost', detail: 'no answer within 10 s' } as const;
    expect(await asked(name, lost)).toEqual({ verdict: 'retry', detail: lost.detail, uncertain: true });
    const forbidden = { failed: 'forbidden', detail: 'the url is not https' } as const;
    expect(await asked(name, forbidden)).toEqual({ verdict: 'refused', detail: forbidden.detail });
  });

  it.runIf(benches[name]!.secret !== '')('tells its secret in no outcome, however its answer repeats it', async () => {
    const { secret } = benches[name]!;
    const path = URL.parse(secret)?.pathname ?? secret;
    const echoes = [secret, path, encodeURIComponent(secret), decodeURIComponent(secret), secret.toUpperCase()];
    for (const status of [200, 400, 401, 404, 429, 500])
      for (const echo of [...echoes, path.split('/').at(-1)!, new URLSearchParams(secret).get('sig') ?? secret])
        for (const before of [0, 20, 30, 45, 60, 150, 180, 195])
          for (const body of [
            JSON.stringify({ message: `${'x'.repeat(before)} ${echo}` }),
            JSON.stringify({ error: { code: echo } }),
            `${'x'.repeat(before)} ${echo}`,
          ])
            expect(tells(JSON.stringify(await asked(name, { status, headers: {}, body })), secret)).toBe(false);
  });
});
