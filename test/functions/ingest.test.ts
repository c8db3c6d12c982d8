import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Machine } from '../../infra/local/machine.ts';
import { startMachine } from '../../infra/local/start-machine.ts';
import { policy } from '../policies.ts';
import { MONDAY } from '../timelines.ts';

let machine: Machine;
beforeAll(async () => {
  machine = await startMachine({ time: 'stepped', startAt: MONDAY, policies: [policy()] });
});
afterAll(() => machine.stop());

let serial = 0;
const event = (facts: object = {}) => {
  serial += 1;
  return {
    specversion: '1.0',
    id: `e${serial}`,
    source: 'desk',
    subject: `T${serial}`,
    type: 'timekeeper.ticket.created',
    time: new Date(MONDAY).toISOString(),
    data: { attributes: { plan: 'gold' } },
    ...facts,
  };
};

/** Sends a body as it is; gives the status, the content type and the answer. */
async function send(body: string, type = 'application/json') {
  const request = { method: 'POST', path: '/v1/events', headers: { 'content-type': type }, body };
  const { status, headers, text } = await machine.ask(request);
  return { status, type: headers['content-type'], answer: JSON.parse(text) };
}
const post = (value: unknown, type?: string) => send(JSON.stringify(value), type);

describe('what is sent', () => {
  it.each(['application/json', 'application/cloudevents+json; charset=utf-8', 'APPLICATION/JSON'])(
    'may be %s',
    async type => {
      expect(await post(event(), type)).toMatchObject({ status: 202, answer: { status: 'accepted' } });
    },
  );

  it.each(['constructor', 'toString', 'hasOwnProperty'])('may have an attribute named %s', async name => {
    const sent = event({ data: { attributes: { [name]: 'x' } } });
    expect(await post(sent)).toMatchObject({ status: 202 });
    const record = await machine.ticket({ tenant: '', source: 'desk', id: sent.subject });
    expect(record?.timed?.ticket.attributes).toEqual({ [name]: 'x' });
  });

  it('may be base64, as a gateway passes it on', async () => {
    const body = Buffer.from(JSON.stringify(event())).toString('base64');
    const request = { headers: { 'content-type': 'application/json' }, body, isBase64Encoded: true };
    expect(await machine.invoke('ingest', request)).toMatchObject({ statusCode: 202 });
  });

  it('may be a batch, answered event by event', async () => {
    const good = event();
    const { status, answer } = await post([
      good,
      event({ time: 'noon' }),
      good,
      event({ type: 'timekeeper.ticket.deleted' }),
    ]);
    expect(status).toBe(207);
    expect(answer).toMatchObject({ accepted: 3, refused: 1 });
    expect(answer.results.map(({ index }: { index: number }) => index)).toEqual([0, 1, 2, 3]);
    expect(answer.results[1].problem.errors).toEqual([{ pointer: '/time', detail: expect.stringContaining('noon') }]);
    expect(answer.results.map((each: { status: string }) => each.status).toSorted()).toEqual([
      'accepted',
      'duplicate',
      'kept',
      'refused',
    ]);
    expect(await machine.ticket({ tenant: '', source: 'desk', id: good.subject })).toBeDefined();
  });

  it.each([
    ['another content type', '{}', 'text/plain', 415],
    ['no JSON', '{"specversion":', 'application/json', 400],
    ['an empty body', '', 'application/json', 400],
    ['an empty batch', '[]', 'application/json', 422],
    ['too many events', JSON.stringify(Array.from({ length: 501 }, () => 1)), 'application/json', 413],
    ['too large a body', `"${'x'.repeat(1024 * 1024)}"`, 'application/json', 413],
    [
      'too large an event',
      JSON.stringify(event({ data: { attributes: { a: 'x'.repeat(70_000) } } })),
      'application/json',
      413,
    ],
    ['half a character', JSON.stringify(event({ subject: 'T\ud800' })), 'application/json', 422],
    ['nothing of a ticket event', '{}', 'application/json', 422],
    ['a batch of nothing but faults', '[1,2]', 'application/json', 422],
  ])('is refused with a problem when it is %s', async (_name, body, type, status) => {
    const found = await send(body, type);
    expect(found).toMatchObject({ status, type: 'application/problem+json' });
  });

  it('is refused when its id stood for something else, and what stood stays', async () => {
    const first = event();
    await post(first);
    const { status, answer } = await post({ ...first, data: { attributes: { plan: 'tin' } } });
    expect([status, answer.errors[0].pointer]).toEqual([409, '/id']);
    const record = await machine.ticket({ tenant: '', source: 'desk', id: first.subject });
    expect(record?.timed?.ticket.attributes.plan).toBe('gold');
  });

  it('never brings the function down and never leaves half a ticket, whatever it is', async () => {
    const value = fc.oneof(
      fc.json(),
      fc.string(),
      fc
        .record({ time: fc.string(), data: fc.anything(), subject: fc.string() }, { requiredKeys: [] })
        .map(facts => JSON.stringify(event(facts))),
      fc.array(fc.anything(), { maxLength: 4 }).map(values => JSON.stringify(values)),
    );
    await fc.assert(
      fc.asyncProperty(value, async body => {
        const { status, answer } = await send(body);
        expect([202, 207, 400, 413, 422]).toContain(status);
        if (status !== 202) expect(JSON.stringify(answer)).toMatch(/title/);
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});

describe('a help desk that knows no measure', () => {
  it('hears when a ticket has become too large, before anything of the event is kept', async () => {
    const subject = 'endless';
    await post(event({ subject }));
    let refused: { status: number | undefined; answer: { title?: string } } | undefined;
    for (let round = 0; round < 12 && refused === undefined; round += 1) {
      const attributes = Object.fromEntries(
        Array.from({ length: 30 }, (_, index) => [`r${round}-${index}`, 'x'.repeat(1900)]),
      );
      const found = await post(event({ subject, type: 'timekeeper.ticket.updated', data: { attributes } }));
      if (found.status !== 202) refused = found;
    }
    expect(refused).toMatchObject({ status: 413, answer: { title: 'This ticket has become too large to keep' } });
  });
});
