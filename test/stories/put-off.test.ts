import { afterEach, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../shared/calendar/instant.ts';
import { policy, row, rung } from '../policies.ts';
import { becomes, created, MONDAY, set } from '../timelines.ts';
import { ledgerOf, paging } from './calm.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
afterEach(() => desk.machine.stop());

const time = (minutes: number) => new Date(MONDAY + minutes * MINUTE).toISOString();

async function silence(from: number, to: number): Promise<void> {
  const body = JSON.stringify({ from: time(from), to: time(to), reason: 'moving house', by: 'eve', source: 'desk' });
  await desk.machine.ask({
    method: 'POST',
    path: '/v1/silences',
    headers: { 'content-type': 'application/json' },
    body,
  });
}

it('a breach that could not be told before its clock was paused is told once it runs again', async () => {
  desk = await openDesk([paging()]);
  await silence(30, 100);
  await desk.happens(0, created());
  await desk.happens(98, becomes('pending'));
  await desk.until(112);
  expect(await ledgerOf(desk)).toEqual(['T1, held, paused']);
  await desk.happens(113, becomes('open'));
  await desk.until(135);
  expect(desk.pages()).toEqual(['115 triggered']);
  await desk.happens(200, becomes('solved'));
  await desk.until(201);
  expect(desk.pages()).toEqual(['115 resolved']);
  await desk.expectQuiet();
});

it('a breach that was not told before its ticket was solved is told when that is reopened, and one that was told is not', async () => {
  desk = await openDesk([paging()]);
  await silence(30, 100);
  await desk.happens(0, created());
  await desk.happens(98, becomes('solved'));
  await desk.happens(99, created(), 'T2');
  await desk.until(112);
  expect(await ledgerOf(desk)).toEqual(['T1, suppressed, answered, silenced (eve: moving house)']);
  await desk.happens(120, becomes('open'));
  expect(desk.pages()).toEqual(['120 triggered']);
  await desk.happens(170, becomes('solved'), 'T2');
  await desk.happens(180, becomes('solved'));
  await desk.happens(190, becomes('open'));
  await desk.until(200);
  expect(desk.pages()).toEqual(['120 resolved', '159 resolved']);
  await desk.happens(210, becomes('open'), 'T2');
  await desk.until(300);
  expect(desk.pages()).toEqual(['120 resolved', '159 resolved']);
  await desk.expectQuiet();
});

it('a rung that a change moves ahead before it is told is told when it falls due again', async () => {
  const notify = [{ channel: 'page', to: 'on call' }] as const;
  const changing = policy({
    targets: [
      row({ metric: 'resolution', when: { severity: ['A'] }, ladder: 'usual' }),
      row({ metric: 'resolution', target: { kind: 'duration', duration: 8 * HOUR }, ladder: 'usual' }),
    ],
    ladders: { usual: [rung('50%', { kind: 'share', share: 0.5 }, { notify })] },
  });
  desk = await openDesk([changing]);
  await desk.happens(0, created({ severity: 'A' }));
  await desk.until(29.9);
  desk.machine.pager.answerAll(429);
  await desk.until(30.2);
  await desk.happens(30.5, set({ severity: 'C' }));
  desk.machine.pager.answerAll();
  await desk.until(239);
  expect(await ledgerOf(desk)).toEqual(['T1, held, moved']);
  await desk.until(300);
  expect(desk.pages()).toEqual(['240 triggered']);
  await desk.expectQuiet();
});
