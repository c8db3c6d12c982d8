import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { SQSClient } from '@aws-sdk/client-sqs';
import { listening, readingsIn } from '../../../infra/local/output.ts';
import type { FunctionModule, Wire } from '../../../infra/local/workers.ts';

/** What one function did so far. */
export interface Done {
  invocations: number;
  records: number;
  calls: number;
  readUnits: number;
  writeUnits: number;
  /** By index. */
  readonly indexWriteUnits: Record<string, number>;
  /** Requests to send, by queue. */
  readonly sends: Record<string, number>;
  logBytes: number;
}

/** Counts what functions do. */
export interface Tally {
  readonly wire: Wire;
  readonly modules: Readonly<Record<string, FunctionModule>>;
  /** A function's count so far; a copy. */
  of(functionName: string): Done;
  /** The series of numbers written so far. */
  readonly series: ReadonlySet<string>;
}

interface Consumed {
  readonly CapacityUnits?: number;
  readonly GlobalSecondaryIndexes?: Readonly<Record<string, { readonly CapacityUnits?: number }>>;
}

const WRITES = /^(Put|Update|Delete)/;

/** A count of these functions, from the sources of that name. */
export async function tallyOf(functionNames: readonly string[]): Promise<Tally> {
  const done = new Map(functionNames.map(name => [name, nothing()]));
  const series = new Set<string>();
  const sources = await Promise.all(functionNames.map(name => import(`../../../functions/${name}.ts`)));
  const modules = functionNames.map((name, index) => [name, counted(done.get(name)!, series, name, sources[index])]);
  return {
    wire: (name, clients) => {
      const mine = done.get(name);
      if (mine) Object.values(clients).forEach(client => void over(client as DynamoDBClient, mine));
      return clients;
    },
    modules: Object.fromEntries(modules),
    of: name => structuredClone(done.get(name)!),
    series,
  };
}

const nothing = (): Done => ({
  invocations: 0,
  records: 0,
  calls: 0,
  readUnits: 0,
  writeUnits: 0,
  indexWriteUnits: {},
  sends: {},
  logBytes: 0,
});

function counted(mine: Done, series: Set<string>, name: string, source: FunctionModule): FunctionModule {
  const line = (text: string) => {
    mine.logBytes += text.length;
    for (const { name: measure, dimensions } of readingsIn(text, name, 0) ?? [])
      series.add(JSON.stringify([measure, dimensions]));
  };
  return {
    create(environment, clients) {
      const handle = source.create(environment, clients);
      return event => {
        mine.invocations += 1;
        mine.records += (event as { readonly Records?: readonly unknown[] } | undefined)?.Records?.length ?? 0;
        return listening({ line }, () => handle(event));
      };
    },
  };
}

/** A put that its condition refuses is paid like one that is done (DynamoDB, "Capacity unit consumption"). */
function over(client: DynamoDBClient | SQSClient, mine: Done): void {
  (client as DynamoDBClient).middlewareStack.add(
    (next, { commandName }) =>
      async args => {
        const input = args.input as { TableName?: string; QueueUrl?: string; ReturnConsumedCapacity?: string };
        mine.calls += 1;
        if (input.QueueUrl !== undefined) add(mine.sends, input.QueueUrl.split('/').at(-1)!, 1);
        if (input.TableName === undefined) return next(args);
        input.ReturnConsumedCapacity = 'INDEXES';
        const isWrite = WRITES.test(String(commandName));
        try {
          const result = await next(args);
          note(mine, isWrite, (result.output as { ConsumedCapacity?: Consumed }).ConsumedCapacity ?? {});
          return result;
        } catch (error) {
          if (isWrite) mine.writeUnits += 1;
          throw error;
        }
      },
    { step: 'initialize', name: 'tally' },
  );
}

function note(mine: Done, isWrite: boolean, { CapacityUnits = 0, GlobalSecondaryIndexes = {} }: Consumed): void {
  if (!isWrite) {
    mine.readUnits += CapacityUnits;
    return;
  }
  mine.writeUnits += CapacityUnits;
  for (const [index, { CapacityUnits: units = 0 }] of Object.entries(GlobalSecondaryIndexes))
    add(mine.indexWriteUnits, index, units);
}

function add(counts: Record<string, number>, name: string, count: number): void {
  counts[name] = (counts[name] ?? 0) + count;
}
