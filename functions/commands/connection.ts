import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Instant } from '../../shared/calendar/instant.ts';
import type { Environment } from '../adapters/environment.ts';
import type { Given } from './command.ts';
import { UsageError } from './complaint.ts';
import { localRun, timeIn } from './local-run.ts';
import type { Terminal } from './terminal.ts';

/** The options by which a command finds the table. */
export const TABLE_OPTIONS = {
  table: {
    type: 'string',
    value: 'NAME',
    about: 'The table; TIMEKEEPER_TABLE, or that of the local run, if not given.',
  },
  endpoint: { type: 'string', value: 'URL', about: 'Another DynamoDB; AWS_ENDPOINT_URL_DYNAMODB if not given.' },
  profile: { type: 'string', value: 'NAME', about: 'A profile of the AWS configuration; AWS_PROFILE if not given.' },
  region: { type: 'string', value: 'NAME', about: 'An AWS region; AWS_REGION if not given.' },
} as const;

/** A table to work with. */
export interface Connection {
  readonly client: DynamoDBClient;
  readonly table: string;
  /** What time it is where the table is: a local run has its own. */
  readonly now: Instant;
  /** Where other services are, by the variables that functions find them with. */
  readonly env: Environment;
  /** How clients of other services get in. */
  readonly access: Access;
}

/** What a client of any service of AWS is made with. */
interface Access {
  readonly region?: string;
  readonly profile?: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly maxAttempts: number;
}

/** Lends a connection to the table the options name, else to that of the local run, and closes it afterwards. */
export async function connected<T>(
  given: Given<typeof TABLE_OPTIONS>,
  terminal: Terminal,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const { table, endpoint, region, now, env } = placeOf(given, terminal);
  const profile = given.profile ?? terminal.env.AWS_PROFILE;
  const access: Access = {
    ...(region !== undefined && { region }),
    ...(profile !== undefined && { profile }),
    ...(isLocal(endpoint) && profile === undefined && { credentials: LOCAL }),
    maxAttempts: isLocal(endpoint) ? 1 : 3,
  };
  const client = new DynamoDBClient({ ...access, ...(endpoint !== undefined && { endpoint }) });
  try {
    return await work({ client, table, now, env, access });
  } finally {
    client.destroy();
  }
}

const LOCAL = { accessKeyId: 'local', secretAccessKey: 'local' };

function placeOf(given: Given<typeof TABLE_OPTIONS>, { env, folder, now }: Terminal) {
  const table = given.table ?? env.TIMEKEEPER_TABLE;
  const endpoint = given.endpoint ?? env.AWS_ENDPOINT_URL_DYNAMODB;
  const region = given.region ?? env.AWS_REGION ?? env.AWS_DEFAULT_REGION;
  if (endpoint !== undefined && !URL.canParse(endpoint))
    throw new UsageError(`--endpoint: found "${endpoint}", expected a URL such as http://127.0.0.1:8000`);
  if (table !== undefined) return { table, endpoint, region: region ?? (endpoint && 'us-east-1'), now: now(), env };
  const local = endpoint === undefined && given.profile === undefined ? localRun(folder) : undefined;
  if (local === undefined)
    throw new UsageError('no table; name it with --table or TIMEKEEPER_TABLE, or start the local run with npm start');
  const { environment, ...place } = local;
  return { ...place, now: timeIn(local, now()), env: { ...env, ...environment } };
}

const isLocal = (endpoint: string | undefined): boolean =>
  endpoint !== undefined && ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(endpoint).hostname);
