import { afterAll, describe, expect, it } from 'vitest';
import type { Unanswered } from '../../functions/adapters/http.ts';
import { pagerBy } from '../../functions/adapters/pager.ts';
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
  const pager = pagerBy({ post: give, publish: give, secrets, standIns: {} });
  const { standIn: _aside, ...own } = place;
  const route = { provider: name, ...(secret === '' ? {} : { secret: 'timekeeper/key' }), ...own };
  return pager(providerOf(name)!, route, order('trigger', 'timekeeper-1'), 0);
}

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
