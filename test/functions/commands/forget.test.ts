import { afterEach, beforeEach, expect, it } from 'vitest';
import { policy, row } from '../../policies.ts';
import { type Desk, openDesk } from '../../stories/desk.ts';
import { tableOf } from '../../stories/table-copy.ts';
import { created } from '../../timelines.ts';
import { typed } from './typed.ts';

let desk: Desk;
beforeEach(async () => {
  const inhibit = [{ by: 'tenant' as const, when: { type: ['outage'] }, except: [] }];
  desk = await openDesk([policy({ targets: [row({ ladder: 'usual' })], inhibit })]);
});
afterEach(() => desk.machine.stop());

const forget = (line: string) => {
  const { table, endpoint } = desk.machine.database;
  return typed(`forget ${line}`, { env: { TIMEKEEPER_TABLE: table, AWS_ENDPOINT_URL_DYNAMODB: endpoint } });
};

it('nothing of a ticket that is over is left, and everything of the others', async () => {
  await desk.happens(0, created({ type: 'outage', requester: 'erika@customer.example' }));
  await desk.happens(1, created({ requester: 'max@customer.example' }), 'T2');
  await desk.until(61);
  expect(desk.pages()).toEqual(['60 triggered']);
  expect(await forget('T1 --source desk')).toMatchObject({
    code: 1,
    err: expect.stringContaining('still owed for T1'),
  });

  await desk.happens(62, { type: 'deleted' });
  await desk.until(65);
  expect(desk.pages()).toEqual(['60 resolved']);
  const before = (await tableOf(desk.machine).items()).filter(({ pk }) => pk === 'TICKET##desk#T2');
  expect(await forget('T1 --source desk')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/T1 of desk is forgotten, \d+ items/),
  });
  const after = await tableOf(desk.machine).items();
  expect(JSON.stringify(after)).not.toContain('erika@customer.example');
  expect(after.filter(({ pk, sk }) => pk === 'TICKET##desk#T1' || sk === '#desk#T1')).toEqual([]);
  expect(after.filter(({ pk }) => pk === 'TICKET##desk#T2')).toEqual(before);
  await desk.until(200);
  await desk.expectQuiet();
});

it('of a ticket that is not there, or not said whose, is told so', async () => {
  expect(await forget('T9 --source desk')).toMatchObject({
    code: 1,
    err: expect.stringContaining('no ticket T9 of desk'),
  });
  expect(await forget('T9')).toMatchObject({ err: expect.stringContaining('expected --source') });
});
