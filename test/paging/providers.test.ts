import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sign } from '../../functions/adapters/fingerprint.ts';
import type { PageOrder, PageRequest, Publication } from '../../shared/paging/paging-provider.ts';
import { PROVIDERS, providerOf } from '../../shared/paging/providers.ts';
import { type Bench, carry, startBenches } from './benches.ts';
import { MESSAGE, order } from './order.ts';

let serial = 0;
let benches: Readonly<Record<string, Bench>>;

beforeAll(async () => {
  benches = await startBenches();
});
afterAll(() => Promise.all(Object.values(benches).map(({ fake }) => fake.stop())));
beforeEach(() => {
  serial += 1;
});

it('every provider has its bench', () => {
  expect(PROVIDERS.map(({ name }) => name).sort()).toEqual(Object.keys(benches).sort());
});

describe.each(PROVIDERS.map(provider => [provider.name, provider] as const))('%s', (name, provider) => {
  const key = () => `timekeeper-${serial}`;
  const requested = (what: PageOrder, changes: { readonly secret?: string; readonly topic?: string } = {}) => {
    const { secret, place } = benches[name]!;
    return provider.request(what, { secret, ...place, now: Date.now(), sign, ...changes });
  };
  const ask = async (what: PageOrder) => {
    const answer = await carry(benches[name]!, requested(what) as PageRequest | Publication);
    return 'failed' in answer ? answer.failed : provider.verdict(answer).verdict;
  };
  const mine = () => benches[name]!.told().filter(seen => seen.key === key());

  it('is known by its name', () => {
    expect(providerOf(name)).toBe(provider);
  });

  it('rings, and stops ringing', async () => {
    expect(await ask(order('trigger', key()))).toBe('sent');
    expect(mine()).toEqual([{ key: key(), open: true, summary: MESSAGE.summary }]);
    expect(await ask(order('resolve', key()))).toBe('sent');
    expect(mine()).toMatchObject([{ open: false }]);
  });

  it('rings once however often it is asked, or says that it cannot know', async () => {
    const { fake, twice } = benches[name]!;
    fake.answerNext('take and hang up');
    expect(await ask(order('trigger', key()))).toBe('lost');
    expect(await ask(order('trigger', key()))).toBe('sent');
    expect(mine()).toHaveLength(twice);
    expect(await ask(order('resolve', key()))).toBe('sent');
    expect(mine().every(({ open }) => !open)).toBe(true);
  });

  it.each(['場', '<', '&', '"', '\\', '\u0301', '👩🏽‍🚀'])(
    'takes the longest a ticket can say, all of %s',
    async character => {
      const long = character.repeat(2000);
      const details = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`${n}${long}`.slice(0, 800), long]));
      const what = order('trigger', key(), {
        details,
        summary: long,
        link: { text: 'Open', url: `https://help.example/?${'&'.repeat(980)}` },
      });
      expect(await ask({ ...what, ticket: long.slice(0, 800), source: long.slice(0, 800) })).toBe('sent');
      expect(mine()).toHaveLength(1);
    },
  );

  it('refuses a secret or a topic that cannot be one, and does not tell it', () => {
    const wrong = provider.topic ? { topic: 'not a secret' } : { secret: 'not a secret' };
    const refusal = requested(order('trigger', key()), wrong) as object;
    expect(refusal).toMatchObject({ verdict: 'refused' });
    expect(JSON.stringify(refusal)).not.toContain('not a secret');
  });

  it('asks nobody but its service, over https', () => {
    const { secret, place } = benches[name]!;
    const { standIn: _aside, ...own } = place;
    const asked = provider.request(order('trigger', key()), { secret, ...own, now: 0, sign }) as PageRequest;
    if (provider.topic) expect(asked).toMatchObject({ topic: place.topic });
    else if (name !== 'webhook') expect(asked.url).toMatch(/^https:\/\/[\w.-]+\.(com|io)\//);
  });

  it('needs a url if it says so', () => {
    const { secret, place } = benches[name]!;
    const { url: _out, ...rest } = place;
    const asked = provider.request(order('trigger', key()), { secret, ...rest, now: 0, sign });
    expect('verdict' in asked).toBe(provider.url === 'required');
  });

  it('never answers with an exception, whatever it is answered', () => {
    for (let status = 100; status < 600; status += 1)
      for (const body of ['', 'null', '[]', '{"errors":1}', '<html>', '['.repeat(65_536)])
        expect(['sent', 'retry', 'refused']).toContain(provider.verdict({ status, headers: {}, body }).verdict);
  });
});
