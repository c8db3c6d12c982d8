import { afterEach, describe, expect, it } from 'vitest';
import { HOUR } from '../../shared/calendar/instant.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { LADDER, policy, row } from '../policies.ts';
import { asks, at, becomes, created, reply, set } from '../timelines.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
afterEach(() => desk.machine.stop());

/** A resolution within an hour for severity A and within eight hours for the rest, on one calendar. */
const resolution = (calendar = 'always', reopenWithin?: number): Policy =>
  policy({
    targets: [
      row({ metric: 'resolution', when: { severity: ['A'] }, calendar, ladder: 'usual' }),
      row({ metric: 'resolution', target: { kind: 'duration', duration: 8 * HOUR }, calendar, ladder: 'usual' }),
    ],
    ladders: { usual: LADDER },
    ...(reopenWithin === undefined ? {} : { reopenWithin }),
  });

const firstResponse = policy({ targets: [row({ ladder: 'usual' })] });

const subjects = () => desk.mails().map(mail => mail.replace(/ on .*$/, ''));

describe('a ticket', () => {
  it('answered in time bothers nobody', async () => {
    desk = await openDesk([firstResponse]);
    await desk.happens(0, created());
    await desk.happens(20, reply);
    await desk.until(300);
    expect([desk.mails(), desk.pages()]).toEqual([[], []]);
    expect((await desk.record()).nextActionAt).toBeUndefined();
    await desk.expectQuiet();
  });

  it('is warned about, paged, breached and resolved, each to the second', async () => {
    desk = await openDesk([resolution()]);
    await desk.happens(0, created({ severity: 'A', subject: 'Nothing works' }));
    await desk.until(60.1);
    expect(desk.mails()).toHaveLength(2);
    expect(desk.pages()).toEqual(['60 triggered']);
    await desk.happens(75, becomes('solved'));
    expect(desk.pages()).toEqual(['60 resolved']);
    await desk.until(600);
    expect(desk.mails().map(mail => mail.split(' ')[0])).toEqual(['30', '50']);
    await desk.expectQuiet();
  });

  it('breaches over a weekend only when the office has been open long enough', async () => {
    desk = await openDesk([resolution('office')]);
    const friday = 4 * 24 * 60 + 7.5 * 60;
    await desk.happens(friday, created({ severity: 'A' }));
    await desk.until(7 * 24 * 60 - 1);
    expect(desk.pages()).toEqual([]);
    await desk.until(7 * 24 * 60 + 31);
    expect(desk.pages()).toEqual([`${7 * 24 * 60 + 30} triggered`]);
    await desk.expectQuiet();
  });

  it('paused on the customer is not late while it waits', async () => {
    desk = await openDesk([resolution()]);
    await desk.happens(0, created({ severity: 'A' }));
    await desk.happens(40, becomes('pending'));
    await desk.until(500);
    expect(desk.pages()).toEqual([]);
    await desk.happens(500, becomes('open'));
    await desk.until(521);
    expect(desk.pages()).toEqual(['520 triggered']);
    await desk.expectQuiet();
  });

  it('raised past its due time breaches at the change, and tells it once', async () => {
    desk = await openDesk([resolution()]);
    await desk.happens(0, created({ severity: 'C' }));
    await desk.happens(70, set({ severity: 'A' }));
    expect(desk.pages()).toEqual(['70 triggered']);
    expect(subjects()).toEqual([]);
    const [clock] = (await desk.record()).timed!.clocks.filter(({ metric }) => metric === 'resolution');
    expect(clock?.breachedAt).toBe(desk.machine.now());
    await desk.expectQuiet();
  });

  it('reopened inside the window runs on, and outside of it begins anew', async () => {
    desk = await openDesk([resolution('always', 10 * HOUR)]);
    await desk.happens(0, created({ severity: 'A' }));
    await desk.happens(40, becomes('solved'));
    await desk.happens(100, becomes('open'));
    await desk.until(121);
    expect(desk.pages()).toEqual(['120 triggered']);
    await desk.happens(125, becomes('closed'));
    await desk.happens(125 + 601, becomes('open'));
    await desk.until(125 + 601 + 61);
    expect(desk.pages()).toEqual(['120 resolved', `${125 + 601 + 60} triggered`]);
    await desk.expectQuiet();
  });

  it('whose answer arrives late takes its breach back', async () => {
    desk = await openDesk([resolution()]);
    await desk.happens(0, created({ severity: 'A' }));
    await desk.until(62);
    expect(desk.pages()).toEqual(['60 triggered']);
    await desk.happens(62, asks);
    expect(await desk.send(at(59, becomes('solved')))).toBe(202);
    await desk.until(62.1);
    expect(desk.pages()).toEqual(['60 resolved']);
    const record = await desk.record();
    expect(record.climbs[0]?.corrections).toHaveLength(1);
    expect(record.timed?.clocks.find(({ metric }) => metric === 'resolution')?.breachedAt).toBeUndefined();
    await desk.expectQuiet();
  });
});
