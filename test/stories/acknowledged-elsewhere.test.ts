import { afterEach, beforeEach, expect, it } from 'vitest';
import { typed } from '../functions/commands/typed.ts';
import { created } from '../timelines.ts';
import { type Desk, openDesk } from './desk.ts';
import { minutesOf, nagging } from './nagging.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk([nagging]);
  await desk.happens(0, created({ severity: 'A', subject: 'Printer on fire' }));
});
afterEach(() => desk.machine.stop());

it('a ladder goes on until a program acknowledges, which is told who has', async () => {
  await desk.until(100);
  const post = (body: object) =>
    desk.machine.ask({
      method: 'POST',
      path: '/v1/acknowledgements',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const answer = await post({ source: 'desk', ticket: 'T1', metric: 'resolution', by: 'Ana' });
  expect(answer).toMatchObject({
    status: 200,
    body: { ticket: { id: 'T1' }, acknowledged: [{ metric: 'resolution', by: 'Ana', via: 'api' }] },
  });
  expect((await post({ source: 'desk', ticket: 'T1', by: 'Ben' })).body).toEqual(answer.body);
  await desk.until(290);
  expect(minutesOf(desk.mails())).toEqual([60, 90]);

  await desk.happens(290, created({ severity: 'C' }), 'T3');
  const unnamed = { acknowledged: [{ by: 'arn:aws:iam::000000000000:user/local' }] };
  expect((await post({ source: 'desk', ticket: 'T3' })).body).toMatchObject(unnamed);
  expect(await post({ source: 'desk', ticket: 'T2' })).toMatchObject({ status: 404 });
  expect(await post({ source: 'desk', ticket: 'T1', metric: 'first response' })).toMatchObject({ status: 409 });
  expect(await post({ source: 'desk', metric: 'lunch', who: 'Ana' })).toMatchObject({
    status: 422,
    body: { errors: expect.arrayContaining([expect.objectContaining({ pointer: '/metric' })]) },
  });
});

it('what is acknowledged by the command line is at the pager within a minute too, and repeated no more', async () => {
  await desk.until(65);
  const { table, endpoint } = desk.machine.database;
  const env = { TIMEKEEPER_TABLE: table, AWS_ENDPOINT_URL_DYNAMODB: endpoint };
  const { code } = await typed('acknowledge T1 --by Zoe', { env, now: desk.machine.now });
  expect(code).toBe(0);
  await desk.until(200);
  expect(desk.pages()).toEqual(['30 acknowledged', '60 acknowledged']);
  expect([minutesOf(desk.mails()), (await desk.record()).climbs.map(({ acknowledged }) => acknowledged?.by)]).toEqual([
    [60],
    ['Zoe'],
  ]);
  await desk.expectQuiet();
});
