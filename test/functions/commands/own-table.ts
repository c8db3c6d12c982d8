import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { startTableEngine } from '../../../infra/local/table-engine.ts';

/** An empty table on this machine. */
export interface OwnTable {
  readonly client: DynamoDBClient;
  readonly name: string;
  /** What tells the command line where it is. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

let serial = 0;

/** Starts a database with an empty table in it. */
export async function startOwnTable(): Promise<OwnTable> {
  const engine = await startTableEngine(undefined);
  serial += 1;
  const name = `cli-${process.pid}-${serial}`;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint: engine.url, region: 'eu-central-1', credentials });
  const [pk, sk] = ['pk', 'sk'];
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [pk, sk].map(AttributeName => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: [
        { AttributeName: pk, KeyType: 'HASH' },
        { AttributeName: sk, KeyType: 'RANGE' },
      ],
    }),
  );
  return {
    client,
    name,
    env: { TIMEKEEPER_TABLE: name, AWS_ENDPOINT_URL_DYNAMODB: engine.url },
    async stop() {
      client.destroy();
      await engine.stop();
    },
  };
}
