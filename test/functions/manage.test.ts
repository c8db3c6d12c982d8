import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Machine } from '../../infra/local/machine.ts';
import { startMachine } from '../../infra/local/start-machine.ts';
import { MONDAY } from '../timelines.ts';

let machine: Machine;
beforeAll(async () => {
  machine = await startMachine({ time: 'stepped', startAt: MONDAY, policies: [] });
});
afterAll(() => machine.stop());

interface Told {
  readonly status: number;
  readonly type?: string;
  // biome-ignore lint/suspicious/noExplicitAny: whatever JSON the answer is
  readonly body: any;
}

async function ask(method: string, where: string, body = ''): Promise<Told> {
  const headers = { 'content-type': 'application/json' };
  const answer = await machine.ask({ method, path: `/v1/entitlements/${where}`, headers, body });
  return { status: answer.status, type: answer.headers['content-type']!, body: answer.body };
}
const put = (where: string, value: unknown) => ask('PUT', where, JSON.stringify(value));
const get = (where: string) => ask('GET', where);
const pointers = ({ body }: Told) => body.errors.map(({ pointer }: { pointer: string }) => pointer);

const YEAR = {
  'valid from': '2026-01-01',
  'valid to': '2026-12-31',
  attributes: { plan: 'Office 365 E3', seats: 40, pilot: true },
  targets: [
    { metric: 'first response', severity: 'A', target: '30m' },
    { metric: 'first response', target: '4h' },
  ],
};

describe('what a customer is entitled to', () => {
  it('is told as it was put', async () => {
    expect(await put('contoso', YEAR)).toEqual({ status: 200, type: 'application/json', body: [YEAR] });
    expect(await get('contoso')).toEqual({ status: 200, type: 'application/json', body: [YEAR] });
  });

  it('may be put as a list, and again, and anew from the same day', async () => {
    const next = { 'valid from': '2027-01-01', attributes: { plan: 'Office 365 E5' }, targets: [] };
    for (const round of [1, 2]) {
      expect([round, (await put('fabrikam', [next, YEAR])).status]).toEqual([round, 200]);
      expect((await get('fabrikam')).body).toEqual([YEAR, next]);
    }
    await put('fabrikam', { ...next, attributes: {} });
    expect((await get('fabrikam')).body).toEqual([YEAR, { ...next, attributes: {} }]);
  });

  it('is that of its tenant alone', async () => {
    await put('wingtip?tenant=north', YEAR);
    expect((await get('wingtip?tenant=north')).body).toEqual([YEAR]);
    for (const other of ['wingtip', 'wingtip?tenant=south'])
      expect(await get(other)).toMatchObject({ status: 404, type: 'application/problem+json' });
  });

  it.each(['A/S Møller', '华辰制造', '100%', 'a#b', 'a+b', 'constructor'])(
    'is found by whatever name its customer has: %s',
    async name => {
      expect((await put(encodeURIComponent(name), YEAR)).status).toBe(200);
      expect((await get(encodeURIComponent(name))).body).toEqual([YEAR]);
    },
  );
});

describe('a document with faults', () => {
  it('is answered by every one of them, each with its place, and nothing is put', async () => {
    const answer = await put('tailspin', [
      YEAR,
      {
        'valid from': '2027-02-30',
        customer: 'tailspin',
        attributes: { 'a/b': null },
        targets: [{ metric: 'first reply', target: 'soon' }],
      },
    ]);
    expect(answer).toMatchObject({ status: 422, type: 'application/problem+json' });
    expect(pointers(answer).toSorted()).toEqual([
      '/1/attributes/a~1b',
      '/1/customer',
      '/1/targets/0/metric',
      '/1/targets/0/target',
      '/1/valid from',
    ]);
    expect(answer.body.errors.find(({ pointer }: { pointer: string }) => pointer === '/1/valid from').detail).toBe(
      'found "2027-02-30", expected a date such as 2026-01-31',
    );
    expect((await get('tailspin')).status).toBe(404);
  });

  it('is told by its own places where it comes alone', async () => {
    expect(pointers(await put('tailspin', { ...YEAR, 'valid to': '2025-01-01' }))).toEqual(['/valid to']);
    expect(pointers(await put('tailspin', 7))).toEqual(['']);
  });

  it.each([
    ['an empty list', []],
    ['too long a list', Array.from({ length: 101 }, () => YEAR)],
  ])('is refused with a problem when it is %s', async (_name, body) => {
    expect(await put('tailspin', body)).toMatchObject({ status: 422, type: 'application/problem+json' });
  });

  it('never brings the function down, whatever it is', async () => {
    const document = fc.record(
      {
        'valid from': fc.oneof(fc.constant('2026-01-01'), fc.string()),
        'valid to': fc.oneof(fc.constant('2026-12-31'), fc.string()),
        attributes: fc.anything(),
        targets: fc.anything(),
      },
      { requiredKeys: [] },
    );
    const body = fc.oneof(
      fc.json(),
      fc.string(),
      fc.oneof(document, fc.array(document)).map(value => JSON.stringify(value)),
    );
    await fc.assert(
      fc.asyncProperty(body, async text => {
        const answer = await ask('PUT', 'fuzz', text);
        expect([200, 400, 422]).toContain(answer.status);
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});

describe('an address', () => {
  it.each([
    ['contoso?tennant=north', /^tennant: "tennant" means nothing here, where .*; did you mean "tenant"\?$/],
    ['contoso?tenant=', 'tenant: found "", expected a text'],
    ['%20', 'customer: found " ", expected a text'],
    ['x'.repeat(201), /^customer: .*expected at most 200 characters$/],
  ])('that names no customer is told what is wrong: %s', async (where, detail) => {
    for (const answer of [await get(where), await put(where, YEAR)])
      expect(answer).toMatchObject({ status: 400, body: { detail: expect.stringMatching(detail) } });
  });
});
