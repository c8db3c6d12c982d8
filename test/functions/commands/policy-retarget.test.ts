import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse, sound } from '../../../functions/commands/policy/policy-file.ts';
import type { Machine } from '../../../infra/local/machine.ts';
import { toCloudEvent } from '../../../infra/local/replay/to-cloud-event.ts';
import { startMachine } from '../../../infra/local/start-machine.ts';
import { MINUTE } from '../../../shared/calendar/instant.ts';
import type { Happening } from '../../../shared/ticket/ticket-event.ts';
import { DOCUMENT, folderWith } from './scratch.ts';
import { NOW, typed } from './typed.ts';

const FRIDAY = Date.parse('2026-11-20T15:00:00+01:00');
const NEXT = DOCUMENT.replace('edition: 2026-01-01', 'edition: 2026-11-21')
  .replace('target: 4h', 'target: 2h')
  .replace('11:00:00+01:00, state', '17:00:00+01:00, state')
  .replace(/tests:[\s\S]*$/, '');

const keyOf = (id: string) => ({ tenant: '', source: 'desk', id });
let machine: Machine;
const post = (id: string, at: number, happening: Happening) =>
  machine.post(toCloudEvent(keyOf(id), { ...happening, id: `${id} ${at}`, at }));
const firstResponse = async (id: string) =>
  (await machine.ticket(keyOf(id)))?.timed?.clocks.find(({ metric }) => metric === 'first response');
const apply = () =>
  typed('policy apply acme.yaml --retarget', {
    env: { TIMEKEEPER_TABLE: machine.database.table, AWS_ENDPOINT_URL_DYNAMODB: machine.database.endpoint },
    folder: folderWith({ 'acme.yaml': NEXT }),
  });

beforeAll(async () => {
  const { policy } = sound(parse(DOCUMENT), DOCUMENT, 'acme.yaml');
  machine = await startMachine({ time: 'stepped', startAt: FRIDAY, policies: [policy] });
  const created: Happening = { type: 'created', status: 'new', attributes: { product: 'acme' } };
  for (const id of ['T1', 'T2', 'T3']) await post(id, FRIDAY, created);
  await post('T2', FRIDAY + 1, { type: 'updated', status: 'solved' });
  await machine.advance(NOW);
});
afterAll(() => machine.stop());

it('open tickets go over to the edition, and a promise that breaks is broken from now on and told once', async () => {
  const { code, out } = await apply();
  expect([code, out.split('\n').at(-1)]).toEqual([0, '2 open tickets were put under it']);
  expect(await firstResponse('T1')).toMatchObject({ due: FRIDAY + 120 * MINUTE, breachedAt: NOW });
  expect((await firstResponse('T2'))?.breachedAt).toBeUndefined();
  await machine.invoke('sweep');
  await machine.advance(NOW + MINUTE);
  const breaches = machine.measures().filter(({ name }) => name === 'Breaches');
  expect(breaches.flatMap(({ values }) => values).reduce((a, b) => a + b, 0)).toBe(2);
});

it('what is done stays done when it is started again', async () => {
  expect((await apply()).out.split('\n').at(-1)).toBe('0 open tickets were put under it, 2 were already');
});

it('an event told late finds the ticket under the edition it ran under then', async () => {
  await post('T1', FRIDAY + 90 * MINUTE, { type: 'message', author: 'agent', public: true });
  expect(await firstResponse('T1')).toMatchObject({ stoppedAt: FRIDAY + 90 * MINUTE });
  expect((await firstResponse('T1'))?.breachedAt).toBeUndefined();
  expect((await machine.ticket(keyOf('T1')))?.timed?.policy?.edition).toBe('2026-11-21');
});
