import { type BatchWriteItemCommandInput, type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { toItem } from '../../functions/adapters/ticket-item.ts';
import { create } from '../../functions/sweep.ts';
import { awsClients } from '../../infra/local/aws-clients.ts';
import { type Engines, startEngines } from '../../infra/local/engines.ts';
import { planOf } from '../../infra/local/plan.ts';
import { synthesize } from '../../infra/local/synthesize.ts';
import { openTables } from '../../infra/local/tables.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../shared/calendar/instant.ts';
import { onTimeline } from '../../shared/engine.ts';
import { type TicketRecord, unknownTicket } from '../../shared/escalation/ticket-record.ts';
import { policySet } from '../../shared/policy/policy-set.ts';
import { policy } from '../policies.ts';
import { asks, at, created, reply } from '../timelines.ts';
import { shown } from './rate.ts';

const SIZES = [1_000, 100_000, 1_000_000];
const DUE = 200;
const WRITERS = 4;

/** Prints what a sweep costs with nothing due and with 200 due, beside a scan of all open tickets, as the table grows. */
export async function sweepBench(sizes: readonly number[] = SIZES): Promise<void> {
  const engines = await startEngines(undefined, undefined);
  try {
    const { dynamodb, sqs, environment } = await groundOn(engines);
    const table = environment.TABLE_NAME!;
    const meter = metered(dynamodb);
    const due = quietly(create(environment, { dynamodb, sqs }));
    const idle = quietly(create({ ...environment, LOOK_AHEAD_SECONDS: '0' }, { dynamodb, sqs }));
    console.log(
      '\nOne sweep of 16 shards, as open tickets grow (goal: the same at every size; a scan costs 850 x the units, 1,000 x the time)',
    );
    console.log('  open tickets   nothing due        200 due            scan of all        scan / sweep with 200 due');
    let loaded = 0;
    for (const size of sizes) {
      await load(dynamodb, table, loaded, size);
      loaded = size;
      const [nothing, some] = [await meter.of(idle, 5), await meter.of(due, 5)];
      const scan = await meter.of(() => scanAll(dynamodb, table), 1);
      const ratio = `${shown(scan.units / some.units)} x units, ${shown(scan.ms / some.ms)} x time`;
      console.log(`  ${shown(size).padStart(12)}   ${costOf(nothing)}   ${costOf(some)}   ${costOf(scan)}   ${ratio}`);
    }
  } finally {
    await engines.stop();
  }
}

const BURST = 100_000;

/** Prints how long one sweep takes to send on all that falls due in one minute when that is 100,000 tickets. */
export async function burstBench(): Promise<void> {
  const engines = await startEngines(undefined, undefined);
  try {
    const { plan, dynamodb, sqs, environment } = await groundOn(engines);
    await load(dynamodb, environment.TABLE_NAME!, 0, BURST, BURST);
    const start = performance.now();
    await quietly(create(environment, { dynamodb, sqs }))();
    const seconds = (performance.now() - start) / 1000;
    const due = plan.queues.find(({ name }) => name === 'due')!;
    const { ready, delayed } = engines.queues.depth(due.arn);
    console.log('\n100,000 tickets due in one minute (goal: all sent on within that minute by one sweep function)');
    console.log(`  ${shown(ready + delayed)} sent on in ${seconds.toFixed(1)} s`);
  } finally {
    await engines.stop();
  }
}

/** The stack's table and queues on the engines, and what the sweep is told of them. */
async function groundOn(engines: Engines) {
  const plan = planOf(await synthesize(), engines.queues.url);
  for (const queue of plan.queues) engines.queues.create(queue);
  const { dynamodb, sqs } = awsClients(engines.endpoints, async () => {});
  await openTables(dynamodb, plan.tables[0]!);
  const { environment } = plan.functions.find(({ name }) => name === 'sweep')!;
  return { plan, dynamodb, sqs, environment };
}

interface Cost {
  readonly units: number;
  readonly ms: number;
}

const costOf = ({ units, ms }: Cost): string => `${units.toFixed(1)} RCU ${ms.toFixed(1)} ms`.padEnd(16);

/** Adds up the capacity every call says it consumed, and takes the time of the fastest of some rounds. */
function metered(client: DynamoDBClient) {
  let units = 0;
  client.middlewareStack.add(
    next => async args => {
      Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' });
      const result = await next(args);
      const { ConsumedCapacity } = result.output as { ConsumedCapacity?: { CapacityUnits?: number } };
      units += ConsumedCapacity?.CapacityUnits ?? 0;
      return result;
    },
    { step: 'initialize', name: 'meter' },
  );
  return {
    async of(work: () => Promise<void>, rounds: number): Promise<Cost> {
      let ms = Number.POSITIVE_INFINITY;
      for (let round = 0; round < rounds; round += 1) {
        units = 0;
        const start = performance.now();
        await work();
        ms = Math.min(ms, performance.now() - start);
      }
      return { units, ms };
    },
  };
}

/** The work with what it writes for CloudWatch left out. */
const quietly = (work: () => Promise<void>) => async (): Promise<void> => {
  process.env.POWERTOOLS_DEV = 'true';
  const { log } = console;
  console.log = () => {};
  await work().finally(() => {
    console.log = log;
  });
};

/** A ticket in the middle of its life, due in a day or, the first `due` of them, in the next two minutes. */
function itemOf(model: TicketRecord, number: number, due: number): Record<string, unknown> {
  const nextActionAt = Date.now() + (number < due ? MINUTE + (number % 60) * SECOND : DAY + number);
  return toItem({ ...model, key: { ...model.key, id: `T${number}` }, version: 4, nextActionAt }, 16);
}

async function load(client: DynamoDBClient, table: string, from: number, to: number, due = DUE): Promise<void> {
  const documents = DynamoDBDocumentClient.from(client);
  const life = [
    at(0, created({ plan: 'gold', severity: 'B', subject: 'The mail is slow' })),
    at(5, reply),
    at(9, asks),
  ];
  const model = onTimeline(unknownTicket({ tenant: '', source: 'desk', id: '' }), life, policySet([policy()])).record;
  let next = from;
  const write = async () => {
    while (next < to) {
      const batch = Array.from({ length: Math.min(25, to - next) }, (_, index) => next + index);
      next += batch.length;
      const puts = batch.map(number => ({ PutRequest: { Item: itemOf(model, number, due) } }));
      await documents.send(new BatchWriteCommand({ RequestItems: { [table]: puts } } as BatchWriteItemCommandInput));
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
}

async function scanAll(client: DynamoDBClient, table: string): Promise<void> {
  let from: Record<string, never> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({
        TableName: table,
        FilterExpression: 'nextActionAt <= :due',
        ExpressionAttributeValues: { ':due': { N: String(Date.now() + HOUR) } },
        ...(from && { ExclusiveStartKey: from }),
      }),
    );
    from = page.LastEvaluatedKey as typeof from;
  } while (from);
}

if (import.meta.main) await sweepBench(process.argv.length > 2 ? process.argv.slice(2).map(Number) : SIZES);
