import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Machine } from '../../../infra/local/machine.ts';
import { startMachine } from '../../../infra/local/start-machine.ts';
import { policy } from '../../policies.ts';
import { template } from '../template.ts';

const START = Date.parse('2026-03-02T09:00:00Z');
const HOUR = 3_600_000;
const KEY = { tenant: '', source: 'desk', id: '1' };
const created = {
  specversion: '1.0',
  id: 'e1',
  source: 'desk',
  subject: '1',
  type: 'timekeeper.ticket.created',
  time: new Date(START).toISOString(),
  data: { status: 'new', attributes: { severity: 'A' } },
};

let machine: Machine;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'timekeeper-test-'));
});
afterEach(async () => {
  await machine.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('a machine with a data file', () => {
  it('goes on where it was: its tickets, its time, and what its lost queues held', async () => {
    const options = {
      time: 'stepped',
      startAt: START,
      dataPath: join(folder, 'data.db'),
      policies: [policy()],
    } as const;
    machine = await startMachine(options);
    await machine.post(created);
    await machine.advance(START + HOUR / 2);
    const before = machine.now();
    expect(machine.inbox().length).toBeGreaterThan(0);
    await machine.stop();

    machine = await startMachine(options);
    expect(machine.now()).toBe(before);
    expect(await machine.ticket(KEY)).toMatchObject({ key: KEY });
    await machine.advance(START + HOUR);
    expect(machine.pages().map(({ triggeredAt }) => triggeredAt - START)).toEqual(machine.pages().map(() => HOUR));
    expect(machine.pages().length).toBeGreaterThan(0);
  });

  it('refuses a policy that was changed under its old edition', async () => {
    const options = { time: 'stepped', startAt: START, dataPath: join(folder, 'data.db') } as const;
    machine = await startMachine({ ...options, policies: [policy()] });
    await machine.stop();
    const changed = startMachine({ ...options, policies: [policy({ title: 'Another' })] });
    await expect(changed).rejects.toThrow('give the changed policy a new edition');
  });

  it('says in a sentence that the file cannot be used', async () => {
    const impossible = startMachine({ time: 'stepped', policies: [], dataPath: '/nowhere/data.db' });
    await expect(impossible).rejects.toThrow(/^The embedded database did not start: .*\/nowhere\/data\.db/);
    expect(Date.now()).toBeGreaterThan(START);
  });
});

describe('a machine in scaled time', () => {
  it('moves by itself, so many times faster than real time', async () => {
    const began = performance.now();
    machine = await startMachine({ time: 'scaled', startAt: START, speed: 3600, policies: [policy()] });
    await machine.post(created);
    while (machine.pages().length === 0 && performance.now() - began < 20_000) await pause(20);
    const real = performance.now() - began;
    expect(machine.pages()[0]?.triggeredAt).toBe(START + HOUR);
    expect(machine.now() - START).toBeGreaterThanOrEqual(HOUR);
    expect(machine.now() - START).toBeLessThanOrEqual(real * 3600);
  });
});

describe('a machine', () => {
  it('has what its template has, and nothing else', async () => {
    const Resources = Object.fromEntries(
      Object.entries(template.Resources).filter(([, { Type }]) => Type !== 'AWS::ApiGatewayV2::Route'),
    );
    machine = await startMachine({ time: 'stepped', template: { Resources }, policies: [] });
    expect(await machine.post(created)).toMatchObject({ status: 404 });
  });
});
