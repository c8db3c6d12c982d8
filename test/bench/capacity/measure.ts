import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import type { Machine } from '../../../infra/local/machine.ts';
import { startMachine } from '../../../infra/local/start-machine.ts';
import { synthesize } from '../../../infra/local/synthesize.ts';
import { MINUTE } from '../../../shared/calendar/instant.ts';
import { MONDAY } from '../../timelines.ts';
import { fixedIn } from './fixed.ts';
import { LIFE, liveThrough, PLAN, TICKETS } from './life.ts';
import { type Done, type Tally, tallyOf } from './tally.ts';
import type { Units, Work } from './units.ts';

const FUNCTIONS = ['ingest', 'sweep', 'evaluate', 'email', 'page', 'feedback', 'audit'] as const;
const IDLE = 20 * MINUTE;
const SHARDS = 4;

/** Lives tickets through on the whole stack, after some minutes of peace, and counts what each kind of work takes. */
export async function measure(): Promise<Units> {
  const tally = await tallyOf(FUNCTIONS);
  const machine = await startMachine({
    time: 'stepped',
    startAt: MONDAY - IDLE,
    policies: [PLAN],
    template: await synthesize({ shards: SHARDS }),
    wire: tally.wire,
    modules: tally.modules,
    idleSweeps: true,
  });
  try {
    await machine.advance(MONDAY - 1);
    const [sweep, audit, idleSeries] = [tally.of('sweep'), tally.of('audit'), tally.series.size];
    await liveThrough(machine);
    return {
      ...(await works(machine, tally)),
      sweep: per(sweep.invocations * SHARDS, sweep),
      audit: per(audit.invocations, audit),
      storedBytes: await storedBytes(machine),
      fixed: fixedIn(await synthesize(), idleSeries, tally.series.size),
    };
  } finally {
    await machine.stop();
  }
}

async function works(machine: Machine, tally: Tally): Promise<Pick<Units, 'event' | 'rung' | 'mail' | 'page'>> {
  const done = Object.fromEntries(FUNCTIONS.map(name => [name, tally.of(name)])) as Record<string, Done>;
  const { ingest, evaluate, email, page, feedback } = done as Record<(typeof FUNCTIONS)[number], Done>;
  const sent = (queue: string) =>
    Object.values(done).reduce((sum, { sends }) => sum + (sends[`timekeeper-dev-${queue}`] ?? 0), 0);
  const fired = (await machine.tickets()).flatMap(({ climbs }) => climbs.flatMap(climb => climb.fired));
  const rungs = fired.reduce((sum, { times }) => sum + times, 0);
  const received = (...from: readonly Done[]) => 2 * from.reduce((sum, { records }) => sum + records, 0);
  return {
    event: per(TICKETS * LIFE.length, ingest),
    rung: per(rungs, withQueues(evaluate, sent('due') + received(evaluate))),
    mail: per(
      machine.inbox().length,
      withQueues(email, sent('email') + received(email)),
      withQueues(feedback, feedback.records + received(feedback)),
    ),
    page: per(machine.pages().length, withQueues(page, sent('page') + received(page))),
  };
}

type Counted = Done & { readonly queueRequests?: number };

const withQueues = (done: Done, queueRequests: number): Counted => ({ ...done, queueRequests });

/** What it comes to for each of so many, to three digits. */
function per(times: number, ...done: readonly Counted[]): Work {
  const mean = (value: (each: Counted) => number) =>
    Number((done.reduce((sum, each) => sum + value(each), 0) / times).toPrecision(3));
  return {
    invocations: mean(({ invocations }) => invocations),
    calls: mean(({ calls }) => calls),
    readUnits: mean(({ readUnits }) => readUnits),
    writeUnits: mean(({ writeUnits }) => writeUnits),
    indexWriteUnits: mean(({ indexWriteUnits }) => Math.max(0, ...Object.values(indexWriteUnits))),
    queueRequests: mean(({ queueRequests = 0 }) => queueRequests),
    logBytes: mean(({ logBytes }) => logBytes),
  };
}

/** What a ticket with its events and deliveries takes, as JSON; what is about no ticket expires. */
async function storedBytes({ database: { table, endpoint } }: Machine): Promise<number> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-west-1', credentials, endpoint }));
  let bytes = 0;
  for await (const { Items = [] } of paginateScan({ client }, { TableName: table }))
    for (const item of Items) if (String(item.pk).startsWith('TICKET#')) bytes += JSON.stringify(item).length;
  return Math.round(bytes / TICKETS);
}
