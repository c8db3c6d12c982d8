import { createHmac, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HttpAnswer } from '../../infra/local/http-api.ts';
import type { Machine } from '../../infra/local/machine.ts';
import { startMachine } from '../../infra/local/start-machine.ts';
import type { Wire } from '../../infra/local/workers.ts';
import { MINUTE, SECOND } from '../../shared/calendar/instant.ts';
import { policy } from '../policies.ts';
import { MONDAY } from '../timelines.ts';

const newSecret = () => `whsec_${randomBytes(24).toString('base64')}`;
const secrets: Record<string, string> = {
  'timekeeper/dev/desks/zen': newSecret(),
  'timekeeper/dev/desks/zen/north': newSecret(),
  'timekeeper/dev/desks/odd': 'a password',
};
const secretOf = (door = 'zen') => secrets[`timekeeper/dev/desks/${door}`]!;

/** The calls of DynamoDB of `hook` before the next one that fails; none does where nothing is said. */
let failsAfter = Number.POSITIVE_INFINITY;
const wire: Wire = (name, clients) => {
  if (name === 'hook')
    clients.dynamodb.middlewareStack.add(
      next => async args => {
        failsAfter -= 1;
        if (failsAfter === -1) throw new Error('the table does not answer');
        return next(args);
      },
      { step: 'initialize', name: 'failing' },
    );
  return clients;
};

const OUTAGES = policy({ inhibit: [{ by: 'tenant', when: { kind: ['outage'] }, except: [] }] });

let machine: Machine;
beforeAll(async () => {
  machine = await startMachine({ time: 'stepped', startAt: MONDAY, policies: [OUTAGES], secrets, wire });
});
afterAll(() => machine.stop());

let serial = 0;
const event = (facts: object = {}) => {
  serial += 1;
  const id = `e${serial}`;
  const time = new Date(machine.now()).toISOString();
  const data = { attributes: { plan: 'gold' } };
  return {
    specversion: '1.0',
    id,
    source: 'zen',
    subject: `T${serial}`,
    type: 'timekeeper.ticket.created',
    time,
    data,
    ...facts,
  };
};

interface Sending {
  readonly id?: string;
  readonly door?: string;
  readonly query?: string;
  readonly secrets?: readonly string[];
  readonly sentAt?: number;
  readonly type?: string;
}

/** Sends a body as a help desk does that signs with these secrets. */
function sendText(body: string, sending: Sending = {}): Promise<HttpAnswer> {
  serial += 1;
  const { id = `msg_${serial}`, door = 'zen', query = '', sentAt = machine.now(), type = 'application/json' } = sending;
  const seconds = String(Math.floor(sentAt / SECOND));
  const signed = (sending.secrets ?? [secretOf(door)]).map(secret => {
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`;
  });
  return machine.ask({
    method: 'POST',
    path: `/v1/hooks/${door.split('/')[0]}${query}`,
    headers: {
      'content-type': type,
      'webhook-id': id,
      'webhook-timestamp': seconds,
      'webhook-signature': signed.join(' '),
    },
    body,
  });
}
const send = (value: unknown, sending?: Sending) => sendText(JSON.stringify(value), sending);
const ticket = (id: string, tenant = '') => machine.ticket({ tenant, source: 'zen', id });
const refused = {
  status: 401,
  text: JSON.stringify({ type: 'about:blank', title: 'This request is not believed', status: 401 }),
};

describe('a message that proves true', () => {
  it('is answered with 202 once all its events are kept', async () => {
    const one = event();
    expect(await send(one)).toMatchObject({ status: 202, body: { status: 'accepted' } });
    expect((await ticket(one.subject))?.timed?.ticket.attributes).toEqual({ plan: 'gold' });
    const batch = [event(), event()];
    expect(await send(batch, { type: 'application/cloudevents-batch+json' })).toMatchObject({
      status: 202,
      body: { accepted: 2, refused: 0 },
    });
    await machine.settle();
    expect(machine.rejected()).toEqual([]);
  });

  it('is answered anew when it is sent again, with a newer time as well, and nothing is done twice', async () => {
    const one = event();
    const id = 'msg_again';
    await send(one, { id });
    const { version } = (await ticket(one.subject))!;
    for (const later of [0, 4 * MINUTE]) {
      const answer = await send(one, { id, sentAt: machine.now() + later });
      expect(answer).toMatchObject({ status: 202, body: { status: 'duplicate' } });
    }
    const batch = [event(), event()];
    await send(batch, { id: 'msg_batch' });
    const again = await send(batch, { id: 'msg_batch' });
    expect(again).toMatchObject({
      status: 202,
      body: { accepted: 2, results: [{ status: 'duplicate' }, { status: 'duplicate' }] },
    });
    expect((await ticket(one.subject))!.version).toBe(version);
  });

  it('loses nothing under an id that its sender has used before', async () => {
    await send(event(), { id: 'msg_same' });
    const other = event();
    expect(await send(other, { id: 'msg_same' })).toMatchObject({ status: 202, body: { status: 'accepted' } });
    expect(await ticket(other.subject)).toBeDefined();
  });

  it('is never taken for done before it is, whatever call fails: sent again it is taken', async () => {
    let failures = 0;
    for (let call = 0; ; call += 1) {
      const one = event();
      failsAfter = call;
      const first = await send(one, { id: `msg_failing_${call}` });
      const hasFailed = failsAfter < 0;
      failsAfter = Number.POSITIVE_INFINITY;
      if (!hasFailed) break;
      failures += 1;
      expect([call, [202, 503].includes(first.status)]).toEqual([call, true]);
      if (first.status === 202) expect([call, await ticket(one.subject)]).not.toContain(undefined);
      expect([call, (await send(one, { id: `msg_failing_${call}` })).status]).toEqual([call, 202]);
      expect([call, (await ticket(one.subject))?.timed?.ticket.attributes]).toEqual([call, { plan: 'gold' }]);
    }
    expect(failures).toBeGreaterThanOrEqual(4);
  });

  it('is acted on to the second where it tells of what is due soon', async () => {
    const { subject } = event();
    const half = new Date(machine.now() - 29 * MINUTE).toISOString();
    expect((await send(event({ subject, time: half }))).status).toBe(202);
    expect(machine.queueDepths()).toMatchObject({ due: { delayed: 1 } });
  });

  it('may tell of an outage and of its end', async () => {
    const outage = event({ tenant: 'north', data: { attributes: { kind: 'outage' } } });
    expect((await send(outage)).status).toBe(202);
    const end = {
      type: 'timekeeper.ticket.updated',
      subject: outage.subject,
      tenant: 'north',
      data: { status: 'solved' },
    };
    expect((await send(event(end))).status).toBe(202);
    expect((await ticket(outage.subject, 'north'))?.timed?.ticket.status).toBe('solved');
  });
});

describe('a message that is not believed', () => {
  it.each<[string, Sending]>([
    ['of a help desk without a secret', { door: 'nobody', secrets: [newSecret()] }],
    ['whose secret is no signing secret', { door: 'odd', secrets: [newSecret()] }],
    ['by an address that no help desk can have', { door: '%20', secrets: [newSecret()] }],
    ['by an address that asks for more', { query: '?source=zen' }],
    ['of a tenant without a secret', { query: '?tenant=south' }],
    ['of another tenant', { query: '?tenant=north' }],
    ['signed with another secret', { secrets: [newSecret()] }],
    ['signed by nobody', { secrets: [] }],
    ['of six minutes ago', { sentAt: MONDAY - 6 * MINUTE }],
    ['of six minutes hence', { sentAt: MONDAY + 6 * MINUTE }],
  ])('%s is refused as any other is, and nothing is kept', async (_what, sending) => {
    const one = event();
    expect(await send(one, sending)).toMatchObject(refused);
    expect(await ticket(one.subject)).toBeUndefined();
  });
});

describe('a door', () => {
  it('is for its own help desk alone, event by event', async () => {
    const [own, foreign] = [event(), event({ source: 'desk' })];
    expect(await send(foreign)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/source', detail: 'found "desk", expected "zen", whose door this is' }] },
    });
    expect(await send([own, foreign])).toMatchObject({ status: 207, body: { accepted: 1, refused: 1 } });
    expect(await machine.ticket({ tenant: '', source: 'desk', id: foreign.subject })).toBeUndefined();
  });

  it('that is bound to a tenant is for that tenant alone, under a secret of its own', async () => {
    const bound = { door: 'zen/north', query: '?tenant=north' };
    const one = event({ tenant: 'north' });
    expect((await send(one, bound)).status).toBe(202);
    expect(await ticket(one.subject, 'north')).toBeDefined();
    for (const tenant of ['south', undefined])
      expect(await send(event({ tenant }), bound)).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: '/tenant' }] },
      });
  });

  it('has two secrets while they are changed, and knows a new one within a minute', async () => {
    const [old, fresh] = [secretOf(), newSecret()];
    secrets['timekeeper/dev/desks/zen'] = `${old}\n${fresh}`;
    await machine.advance(machine.now() + MINUTE);
    for (const signing of [[old], [fresh], [newSecret(), fresh]])
      expect((await send(event(), { secrets: signing })).status).toBe(202);
    secrets['timekeeper/dev/desks/zen'] = fresh;
    await machine.advance(machine.now() + 5 * MINUTE);
    expect((await send(event(), { secrets: [old] })).status).toBe(401);
    expect((await send(event(), { secrets: [fresh] })).status).toBe(202);
  });

  it('refuses an event whose id stood for something else', async () => {
    const one = event();
    await send(one);
    expect(await send({ ...one, data: {} })).toMatchObject({ status: 409, body: { errors: [{ pointer: '/id' }] } });
  });

  it.each([
    ['no JSON', '{', 'application/json', 400],
    ['more than 256 KiB', `"${'x'.repeat(256 * 1024)}"`, 'application/json', 413],
    ['another content type', '{}', 'text/plain', 415],
    ['nothing of a ticket event', '{}', 'application/json', 422],
  ])('refuses %s with a problem', async (_what, body, type, status) => {
    expect(await sendText(body, { type })).toMatchObject({
      status,
      headers: { 'content-type': 'application/problem+json' },
    });
  });

  it('never writes a secret down', async () => {
    const written = JSON.stringify([machine.logs(), await machine.tickets()]);
    for (const secret of Object.values(secrets)) expect(written).not.toContain(secret.replace('whsec_', ''));
  });
});
