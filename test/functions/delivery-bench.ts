import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { SQSEvent, SQSRecord } from 'aws-lambda';
import { type DeliveryLedger, deliveryLedger, type Row } from '../../functions/adapters/delivery-ledger.ts';
import { type DigestBook, digestBook } from '../../functions/adapters/digest-book.ts';
import { policyEditions } from '../../functions/adapters/policy-editions.ts';
import { type TicketTable, ticketTable } from '../../functions/adapters/ticket-table.ts';
import { resolvedWith } from '../../functions/delivery/resolve-pages.ts';
import { startTableEngine } from '../../infra/local/table-engine.ts';
import type { Instant } from '../../shared/calendar/instant.ts';
import type { Resolution } from '../../shared/engine.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import type { TicketKey } from '../../shared/ticket/ticket-key.ts';

const TABLE = 'timekeeper';
const SHARDS = 16;

/** A table on this machine, with what stands in it. */
export interface DeliveryBench {
  readonly env: Readonly<Record<string, string>>;
  readonly dynamodb: DynamoDBClient;
  readonly tickets: TicketTable;
  addPolicy(policy: Policy): Promise<unknown>;
  readonly ledger: DeliveryLedger;
  readonly digests: DigestBook;
  /** Asks for pages to be resolved, as evaluate does. */
  wantResolved(ticket: TicketKey, resolution: Resolution, now: Instant): Promise<readonly Row[]>;
  /** A connection on which commands of that beginning always fail. */
  failing(command: string): DynamoDBClient;
  stop(): Promise<void>;
}

/** Starts a database with the table of the stack in it. */
export async function startDeliveryBench(): Promise<DeliveryBench> {
  const engine = await startTableEngine(undefined);
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const connect = () => new DynamoDBClient({ endpoint: engine.url, region: 'eu-central-1', credentials });
  const dynamodb = connect();
  await dynamodb.send(
    new CreateTableCommand({
      TableName: TABLE,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'sk', AttributeType: 'S' },
      ],
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
    }),
  );
  const ledger = deliveryLedger(dynamodb, TABLE, SHARDS);
  const digests = digestBook(dynamodb, TABLE);
  return {
    env: {
      TABLE_NAME: TABLE,
      SHARDS: String(SHARDS),
      POWERTOOLS_SERVICE_NAME: 'timekeeper-test',
      MAIL_RATE: '1000',
      MAIL_FROM: 'Timekeeper <sla@example.test>',
      EMAIL_QUEUE_URL: 'https://sqs.example.test/email',
      PAGE_QUEUE_URL: 'https://sqs.example.test/page',
    },
    dynamodb,
    tickets: ticketTable(dynamodb, TABLE, SHARDS),
    addPolicy: policy => policyEditions(dynamodb, TABLE).apply(policy, undefined, { by: 'a test', at: 0 }),
    ledger,
    digests,
    wantResolved: (...asked) => resolvedWith({ ledger, digests }, ...asked),
    failing(command) {
      const client = connect();
      client.middlewareStack.add((next, { commandName }) => args => {
        if (commandName?.startsWith(command)) throw new Error(`${commandName} failed`);
        return next(args);
      });
      return client;
    },
    async stop() {
      dynamodb.destroy();
      await engine.stop();
    },
  };
}

/** A batch of messages, each naming a row of the ledger. */
export const messages = (...rows: readonly Pick<Row, 'pk' | 'sk'>[]): SQSEvent => ({
  Records: rows.map(({ pk, sk }, index) => ({ messageId: `m${index}`, body: JSON.stringify({ pk, sk }) }) as SQSRecord),
});
