import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { SendRawEmailCommand } from '@aws-sdk/client-ses';
import { afterEach, describe, expect, it } from 'vitest';
import type { Machine, MachineOptions } from '../../../infra/local/machine.ts';
import { startMachine } from '../../../infra/local/start-machine.ts';
import { acting, idle, perRecord, sendingOnce } from './stand-ins.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const START = Date.parse('2026-03-02T09:00:00Z');
const seconds = (instants: readonly number[]) => instants.map(instant => (instant - START) / SECOND);

let machine: Machine;
afterEach(() => machine.stop());

const start = async (modules: MachineOptions['modules'], options: Partial<MachineOptions> = {}) => {
  machine = await startMachine({
    time: 'stepped',
    startAt: START,
    policies: [],
    idleSweeps: true,
    modules: { ingest: idle, sweep: idle, evaluate: idle, email: idle, page: idle, ...modules },
    ...options,
  });
};

describe('stepped time', () => {
  it('moves only when it is told to, and Date goes by it', async () => {
    await start({});
    expect([machine.now(), Date.now()]).toEqual([START, START]);
    await machine.advance(START + 90 * SECOND);
    expect([machine.now(), Date.now()]).toEqual([START + 90 * SECOND, START + 90 * SECOND]);
    await expect(machine.advance(START)).rejects.toThrow('time cannot go back');
  });

  it('stops at appointments, in their order and before anything else of their instant', async () => {
    const log: string[] = [];
    await start({ sweep: acting(async () => void log.push(`sweep ${seconds([Date.now()])}`)) });
    machine.at(START + MINUTE, () => log.push(`second ${seconds([Date.now()])}`));
    machine.at(START + 30 * SECOND, () => log.push(`first ${seconds([Date.now()])}`));
    await machine.advance(START + 2 * MINUTE);
    expect(log).toEqual(['first 30', 'second 60', 'sweep 60', 'sweep 120']);
  });

  it('lets an appointment make the next one', async () => {
    const told: number[] = [];
    await start({});
    machine.at(START + SECOND, () => machine.at(START + 2 * SECOND, () => told.push(Date.now())));
    await machine.advance(START + 3 * SECOND);
    expect(seconds(told)).toEqual([2]);
  });
});

describe('the schedule', () => {
  it('starts the sweep at every whole minute, but for those that are lost', async () => {
    const sweeps: number[] = [];
    await start({ sweep: acting(async () => void sweeps.push(Date.now())) });
    await machine.advance(START + 2 * MINUTE);
    machine.skipSweeps(2);
    await machine.advance(START + 6 * MINUTE);
    expect(seconds(sweeps)).toEqual([60, 120, 300, 360]);
  });

  it('goes on after a sweep that failed, and the log has why', async () => {
    let sweeps = 0;
    await start({
      sweep: acting(async () => {
        sweeps += 1;
        throw new Error('no table');
      }),
    });
    await machine.advance(START + 2 * MINUTE);
    expect(sweeps).toBe(2);
    expect(machine.logs().map(({ line }) => line)).toEqual(['ERROR Error: no table', 'ERROR Error: no table']);
  });

  it('leaves sweeps out while nothing is owed, unless they are asked for', async () => {
    const sweeps: number[] = [];
    await start({ sweep: acting(async () => void sweeps.push(Date.now())) }, { idleSweeps: false });
    await machine.advance(START + 60 * MINUTE);
    expect(sweeps).toEqual([]);
  });
});

describe('a queue', () => {
  it('holds a delayed message back to its second', async () => {
    const handled: number[] = [];
    await start({
      sweep: sendingOnce('later', 77),
      evaluate: perRecord(() => handled.push(Date.now()) > 0),
    });
    await machine.advance(START + MINUTE);
    expect(machine.queueDepths().due).toEqual({ ready: 0, delayed: 1, inFlight: 0 });
    await machine.advance(START + 10 * MINUTE);
    expect(seconds(handled)).toEqual([137]);
    expect(machine.queueDepths().due).toEqual({ ready: 0, delayed: 0, inFlight: 0 });
  });

  it('shows what failed again after its visibility timeout, and after five times lays it with the dead letters', async () => {
    const handled: number[] = [];
    await start({
      sweep: sendingOnce('poison', 0),
      evaluate: perRecord(() => handled.push(Date.now()) < 0),
    });
    await machine.advance(START + 20 * MINUTE);
    expect(seconds(handled)).toEqual([60, 180, 300, 420, 540]);
    expect(machine.messages('due-dead-letters')).toEqual(['poison']);
    expect(machine.queueDepths().due).toEqual({ ready: 0, delayed: 0, inFlight: 0 });
  });

  it('gives ten messages at a time and takes back only those that failed', async () => {
    const batches: number[] = [];
    const bodies: string[] = [];
    await start({
      ingest: acting(async (event: { Records: readonly { messageId: string; body: string }[] }) => {
        batches.push(event.Records.length);
        const detailOf = (body: string) => JSON.parse(body).detail as number;
        bodies.push(...event.Records.map(({ body }) => `${(Date.now() - START) / SECOND}: ${detailOf(body)}`));
        const failed = Date.now() === START ? event.Records.filter(({ body }) => detailOf(body) === 3) : [];
        return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
      }),
    });
    const entries = Array.from({ length: 12 }, (_, detail) => ({ source: 'desk', detailType: 'event', detail }));
    await machine.putEvents(entries);
    await machine.advance(START + 5 * MINUTE);
    expect(batches).toEqual([10, 2, 1]);
    expect(bodies.at(-1)).toBe('120: 3');
  });

  it.each([
    ['throws', () => Promise.reject(new Error('no'))],
    ['names a message that was not in it', async () => ({ batchItemFailures: [{ itemIdentifier: 'else' }] })],
  ])('shows a whole batch again when its function %s', async (_how, act) => {
    let calls = 0;
    await start({
      ingest: acting(async () => {
        calls += 1;
        return act();
      }),
    });
    await machine.putEvents([{ source: 'desk', detailType: 'event', detail: 1 }]);
    await machine.advance(START + 2.5 * MINUTE);
    expect(calls).toBe(2);
    expect(machine.queueDepths().intake).toMatchObject({ inFlight: 1 });
  });
});

describe('a function', () => {
  it('that dies does nothing more, keeps its messages until they are seen again, and starts afresh', async () => {
    let wired = 0;
    let mortal = true;
    const after: string[] = [];
    await start(
      {
        email: acting(async (_event, { ses }) => {
          const mail = Buffer.from('From: a@b.example\r\nTo: c@d.example\r\nSubject: Hello\r\n\r\nHi');
          await ses.send(new SendRawEmailCommand({ RawMessage: { Data: mail } }));
          after.push('lived');
        }),
      },
      {
        wire: (name, clients, die) => {
          if (name === 'email') wired += 1;
          clients.ses.middlewareStack.add(next => async args => (mortal ? die() : next(args)), { step: 'initialize' });
          return clients;
        },
      },
    );
    await expect(machine.invoke('email')).rejects.toThrow('email died');
    expect([after, machine.inbox().length]).toEqual([[], 0]);
    mortal = false;
    await machine.invoke('email');
    expect([after, machine.inbox().map(({ subject }) => subject), wired]).toEqual([['lived'], ['Hello'], 2]);
  });

  it('has its readings and its other lines kept apart, each with its time', async () => {
    await start({
      sweep: acting(async () => {
        const CloudWatchMetrics = [
          { Namespace: 'Timekeeper', Dimensions: [['service']], Metrics: [{ Name: 'Sweeps', Unit: 'Count' }] },
        ];
        process.stdout.write(
          `${JSON.stringify({ _aws: { CloudWatchMetrics }, service: 'timekeeper-dev', Sweeps: [1] })}\n`,
        );
        console.log('something', { else: 1 });
      }),
    });
    await machine.advance(START + MINUTE);
    expect(machine.measures().filter(({ functionName }) => functionName === 'sweep')).toEqual([
      {
        name: 'Sweeps',
        unit: 'Count',
        values: [1],
        dimensions: { service: 'timekeeper-dev' },
        namespace: 'Timekeeper',
        at: START + MINUTE,
        functionName: 'sweep',
      },
    ]);
    expect(machine.logs()).toEqual([{ functionName: 'sweep', at: START + MINUTE, line: 'something {"else":1}' }]);
  });

  it('finds the secrets it was given and no others', async () => {
    const found: unknown[] = [];
    await start(
      {
        page: acting(async (event: { id: string }, { secrets }) => {
          const answer = await secrets
            .send(new GetSecretValueCommand({ SecretId: event.id }))
            .catch((error: Error) => ({ SecretString: error.name }));
          found.push(answer.SecretString);
        }),
      },
      { secrets: { known: 'value' } },
    );
    await machine.invoke('page', { id: 'known' });
    await machine.invoke('page', { id: 'unknown' });
    expect(found).toEqual(['value', 'ResourceNotFoundException']);
  });
});
