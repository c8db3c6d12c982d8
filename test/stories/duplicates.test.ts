import { afterEach, expect, it } from 'vitest';
import { toCloudEvent } from '../../infra/local/replay/to-cloud-event.ts';
import { LADDER, policy, row } from '../policies.ts';
import { at, becomes, created, note, reply } from '../timelines.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
afterEach(() => desk.machine.stop());

const KEY = { tenant: '', source: 'desk', id: 'T1' };
const plan = policy({
  targets: [row({ ladder: 'usual' }), row({ metric: 'resolution', ladder: 'usual' })],
  ladders: { usual: LADDER },
});

it('the same event five times is one event', async () => {
  desk = await openDesk([plan]);
  await desk.until(0);
  const birth = at(0, created({ severity: 'A' }));
  const answer = at(0, reply);
  for (let time = 0; time < 5; time += 1) expect(await desk.send(birth)).toBe(202);
  for (let time = 0; time < 5; time += 1) expect(await desk.send(answer)).toBe(202);
  const { status } = await desk.machine.post(Array.from({ length: 5 }, () => toCloudEvent(KEY, birth)));
  expect(status).toBe(202);
  expect(await desk.machine.events(KEY)).toHaveLength(2);
  expect((await desk.record()).version).toBe(2);
  await desk.until(200);
  expect(desk.pages()).toEqual(['60 triggered']);
  await desk.expectQuiet();
});

it('the same id with another content is refused, and what stood stays', async () => {
  desk = await openDesk([plan]);
  await desk.until(0);
  const birth = at(0, created({ severity: 'A' }));
  await desk.send(birth);
  expect(await desk.send({ ...birth, at: birth.at + 1 })).toBe(409);
  expect((await desk.record()).timed?.ticket.createdAt).toBe(birth.at);
});

it('two events at once on one ticket both count', async () => {
  desk = await openDesk([plan], { concurrency: 4 });
  await desk.happens(0, created({ severity: 'A' }));
  await desk.until(10);
  const together = [at(9, reply), at(10, becomes('pending')), at(8, note), at(10, becomes('open'))];
  const statuses = await Promise.all(together.map(event => desk.send(event)));
  expect(statuses).toEqual([202, 202, 202, 202]);
  const { timed } = await desk.record();
  expect(timed?.ticket.status).toBe('open');
  expect(timed?.clocks.find(({ metric }) => metric === 'first response')?.stoppedAt).toBe(at(9, reply).at);
  await desk.expectQuiet();
});

it('an event of a ticket that is not known yet is kept and counts when the creation arrives', async () => {
  desk = await openDesk([plan]);
  await desk.until(20);
  expect(await desk.send(at(10, reply))).toBe(202);
  expect((await desk.record()).timed).toBeUndefined();
  const [birth, solution] = [at(0, created({ severity: 'A' })), at(15, becomes('solved'))];
  const statuses = await Promise.all([desk.send(birth), desk.send(solution)]);
  expect(statuses).toEqual([202, 202]);
  const { timed } = await desk.record();
  expect(timed?.clocks.filter(({ stoppedAt }) => stoppedAt !== undefined).map(({ metric }) => metric)).toEqual([
    'first response',
    'periodic update',
    'resolution',
    'requester wait',
    'agent work',
  ]);
  await desk.until(300);
  expect(desk.pages()).toEqual([]);
  await desk.expectQuiet();
});

it('events on the bus count like those that are posted, and a bad one is put aside with its faults', async () => {
  desk = await openDesk([plan]);
  await desk.until(0);
  const detail = toCloudEvent(KEY, at(0, created({ severity: 'A' })));
  await desk.machine.putEvents([
    { 'detail-type': detail.type, source: 'desk', detail },
    { 'detail-type': detail.type, source: 'desk', detail: { ...detail, subject: '' } },
  ] as never);
  await desk.machine.settle();
  expect((await desk.record()).timed?.ticket.status).toBe('new');
  expect(desk.machine.rejected()).toMatchObject([{ problem: { errors: [{ pointer: '/subject' }] } }]);
});
