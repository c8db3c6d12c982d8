import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Machine } from '../../infra/local/machine.ts';
import { toCloudEvent } from '../../infra/local/replay/to-cloud-event.ts';
import { startMachine } from '../../infra/local/start-machine.ts';
import { HOUR, MINUTE } from '../../shared/calendar/instant.ts';
import type { Happening } from '../../shared/ticket/ticket-event.ts';
import { LADDER, policy, row } from '../policies.ts';
import { at, created, MONDAY, reply } from '../timelines.ts';

const PLAN = policy({
  targets: [
    row({ ladder: 'usual' }),
    row({ metric: 'resolution', target: { kind: 'duration', duration: 4 * HOUR }, calendar: 'office' }),
  ],
  ladders: { usual: LADDER },
});

let machine: Machine;
beforeAll(async () => {
  machine = await startMachine({ time: 'stepped', startAt: MONDAY, policies: [PLAN] });
  await happens('late', 0, created({ severity: 'A', plan: 'gold', region: 'EU' }));
  await happens('a/b', 0, created({ severity: 'B' }), 'north');
  await happens('answered', 0, created());
  await happens('answered', 20, reply);
  await happens('next', 30, created());
  await machine.advance(MONDAY + 59 * MINUTE);
  machine.pager.answerNext(503);
  await machine.advance(MONDAY + 60 * MINUTE + 1000);
});
afterAll(() => machine.stop());

async function happens(id: string, minutes: number, happening: Happening, tenant = ''): Promise<void> {
  await machine.advance(MONDAY + minutes * MINUTE);
  await machine.post(toCloudEvent({ tenant, source: 'desk', id }, at(minutes, happening)));
  await machine.settle();
}

// biome-ignore lint/suspicious/noExplicitAny: whatever JSON the answer is
async function get(path: string): Promise<{ status: number; type: string | undefined; body: any }> {
  const { status, headers, body } = await machine.ask({ method: 'GET', path: `/v1/${path}`, headers: {}, body: '' });
  return { status, type: headers['content-type'], body };
}

/** All parts of a list, and how many there were. */
async function walked(
  path: string,
  list: 'clocks' | 'deliveries',
): Promise<{ rows: readonly object[]; parts: number }> {
  const rows: object[] = [];
  for (let parts = 1, cursor: string | undefined; ; parts += 1) {
    const { body } = await get(`${path}${cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`}`);
    rows.push(...body[list]);
    if (body.next === undefined) return { rows, parts };
    cursor = body.next;
  }
}

describe('a ticket', () => {
  it('is told with its clocks as they stand now, and who has been told of them', async () => {
    const { status, type, body } = await get('tickets/late?source=desk');
    expect([status, type]).toEqual([200, 'application/json']);
    expect(body).toMatchObject({
      ticket: { tenant: '', source: 'desk', id: 'late' },
      at: '2026-01-05T09:00:01.000Z',
      status: 'new',
      attributes: { severity: 'A', plan: 'gold', region: 'EU' },
      createdAt: '2026-01-05T08:00:00.000Z',
      policy: { name: 'plain', edition: '1970-01-01' },
      severity: { requested: 'A', applied: 'A', adjustments: [] },
    });
    const [first, resolution] = body.clocks;
    expect(first).toMatchObject({
      metric: 'first response',
      outcome: 'breached',
      breachedAt: '2026-01-05T09:00:00Z',
      remaining: '-PT1S',
    });
    expect(first.fired.map(({ rung }: { rung: string }) => rung)).toEqual(['50%', '-10m', 'breach']);
    expect(resolution).toMatchObject({ zone: 'Europe/Berlin', due: '2026-01-05T13:00:00+01:00', fired: [] });
  });

  it.each(['a/b', 'a%2Fb'])(
    'is found by its id however a slash in it is sent, and under its tenant alone: %s',
    async id => {
      expect(await get(`tickets/${id}?source=desk&tenant=north`)).toMatchObject({
        status: 200,
        body: { ticket: { id: 'a/b' } },
      });
      expect(await get(`tickets/${id}?source=desk`)).toMatchObject({ status: 404, type: 'application/problem+json' });
    },
  );
});

describe('an explanation', () => {
  it('tells why a ticket is due when it is, to the millisecond', async () => {
    const { status, body } = await get('explanations/late?source=desk&zone=Asia/Tokyo');
    expect([status, body.at]).toEqual([200, '2026-01-05T18:00:01+09:00']);
    expect(body.policy).toEqual({ name: 'plain', edition: '1970-01-01', title: 'Plain', match: {} });
    for (const { segments, elapsedMilliseconds } of body.clocks) {
      const running = segments.filter(({ kind }: { kind: string }) => kind === 'running');
      const sum = running.reduce(
        (total: number, { milliseconds }: { milliseconds: number }) => total + milliseconds,
        0,
      );
      expect(sum).toBe(elapsedMilliseconds);
    }
  });

  it('is that of an earlier time where one is told, and there is none of a time before the creation', async () => {
    const earlier = await get('explanations/answered?source=desk&at=2026-01-05T08:15:00Z');
    expect(earlier.body.clocks[0]).toMatchObject({ state: 'running', remaining: 'PT45M' });
    expect((await get('explanations/answered?source=desk')).body.clocks[0]).toMatchObject({
      state: 'stopped',
      outcome: 'met',
    });
    expect((await get('explanations/answered?source=desk&at=2026-01-05T07:59:59Z')).status).toBe(404);
    expect((await get('explanations/nothing?source=desk')).status).toBe(404);
  });
});

describe('what is at risk', () => {
  it('is what is late and what is due soon, the most late ticket first', async () => {
    const { status, body } = await get('at-risk?within=1h');
    expect(status).toBe(200);
    const told = body.clocks.map(({ ticket, metric, outcome, deadline }: Record<string, Record<string, string>>) =>
      [ticket!.id, metric, outcome, deadline].join(' '),
    );
    expect(told.slice(0, 2).toSorted()).toEqual([
      'a/b first response breached 2026-01-05T09:00:00.000Z',
      'late first response breached 2026-01-05T09:00:00.000Z',
    ]);
    expect(told.slice(2)).toEqual(['next first response pending 2026-01-05T09:30:00.000Z']);
    expect((await get('at-risk?within=4h')).body.clocks.length).toBeGreaterThan(3);
  });

  it('is the same a part at a time', async () => {
    const whole = await walked('at-risk?within=4h', 'clocks');
    const inParts = await walked('at-risk?within=4h&limit=1', 'clocks');
    expect([whole.parts, inParts.parts]).toEqual([1, 4]);
    expect(inParts.rows).toEqual(whole.rows);
  });
});

describe('deliveries', () => {
  it('of a ticket are told with what became of each, without the name of a secret, whole or a part at a time', async () => {
    const whole = await walked('deliveries?source=desk&ticket=late', 'deliveries');
    expect(whole.rows).toMatchObject([
      { rung: '-10m', channel: 'email', to: 'manager', state: 'sent', tried: [{ verdict: 'sent' }] },
      { rung: '50%', channel: 'email', state: 'sent' },
      { rung: 'breach', channel: 'page', to: 'on call', provider: 'pagerduty' },
    ]);
    expect(JSON.stringify(whole.rows)).not.toContain('timekeeper/');
    const inParts = await walked('deliveries?source=desk&ticket=late&limit=2', 'deliveries');
    expect(inParts).toEqual({ rows: whole.rows, parts: 2 });
    expect((await get('deliveries?source=desk&ticket=nothing')).body.deliveries).toEqual([]);
  });

  it('that should have reached somebody and have not are told of all tickets', async () => {
    const { body } = await get('deliveries?undelivered=true');
    expect(body.deliveries).toMatchObject([{ rung: 'breach', channel: 'page', state: 'retry', attempts: 1 }]);
    expect(Date.parse(body.deliveries[0].nextActionAt)).toBeGreaterThan(machine.now());
    expect((await get('deliveries?undelivered=true&within=1s')).body.deliveries).toEqual([]);
  });
});

describe('a question', () => {
  it.each([
    ['tickets/late', 'source: found nothing, expected a text'],
    ['tickets/late?source=desk&ticket=next', 'ticket: found it in the query too, expected it in the path alone'],
    ['tickets/late?source=desk&souce=x', /^souce: "souce" means nothing here, where .* did you mean "source"\?$/],
    [`tickets/${'x'.repeat(201)}?source=desk`, /^ticket: .*expected at most 200 characters$/],
    ['explanations/late?source=desk&at=noon&zone=Berlin', /^at: found "noon", .*; zone: found "Berlin", /],
    [
      'at-risk?within=soon&limit=0',
      /^within: found "soon", .*; limit: found "0", expected a whole number from 1 to 200$/,
    ],
    ['at-risk?within=9000h', /^within: /],
    ['at-risk?cursor=x', /^cursor: /],
    ['deliveries?source=desk&ticket=late&cursor=W10', /^cursor: /],
  ])('that cannot be meant is told what was found and expected: %s', async (path, detail) => {
    const answer = await get(path);
    expect(answer).toMatchObject({ status: 400, type: 'application/problem+json' });
    expect(answer.body.detail).toMatch(detail);
  });

  it.each(['deliveries', 'deliveries?ticket=late', 'deliveries?undelivered=true&source=desk&ticket=late'])(
    'for deliveries names a ticket or asks for the undelivered: %s',
    async path => {
      expect(await get(path)).toMatchObject({ status: 400, body: { title: expect.stringContaining('either') } });
    },
  );
});
