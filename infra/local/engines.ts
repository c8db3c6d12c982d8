import type { Endpoints } from './aws-clients.ts';
import { type FakePagerDuty, startFakePagerDuty } from './fakes/pagerduty.ts';
import { type FakeSns, startFakeSns } from './fakes/sns.ts';
import { type MailEngine, startMailEngine } from './mail-engine.ts';
import { type QueueEngine, startQueueEngine } from './queue-engine.ts';
import { startSecretsEngine } from './secrets-engine.ts';
import { startTableEngine } from './table-engine.ts';

/** The services of the machine. */
export interface Engines {
  readonly queues: QueueEngine;
  readonly mail: MailEngine;
  readonly pager: FakePagerDuty;
  readonly topics: FakeSns;
  readonly endpoints: Endpoints;
  /** The value of a secret; undefined where it has none. */
  readonly secretOf: (id: string) => string | undefined;
  stop(): Promise<void>;
}

/** Starts all services, each on a free port of this machine; if one cannot start, none is left running. */
export async function startEngines(
  dataPath: string | undefined,
  secretValues: Readonly<Record<string, string>> | undefined,
): Promise<Engines> {
  const starting = [
    startTableEngine(dataPath),
    startQueueEngine(),
    startMailEngine(),
    startSecretsEngine(secretValues),
    startFakePagerDuty({ host: '127.0.0.1' }),
    startFakeSns({ host: '127.0.0.1' }),
  ] as const;
  const started = await Promise.allSettled(starting);
  const stop = async () => {
    await Promise.all(started.map(engine => (engine.status === 'fulfilled' ? engine.value.stop() : undefined)));
  };
  try {
    const [tables, queues, mail, secrets, pager, topics] = await Promise.all(starting);
    const endpoints = { dynamodb: tables.url, sqs: queues.url, ses: mail.url, secrets: secrets.url, sns: topics.url };
    return { queues, mail, pager, topics, endpoints, secretOf: secrets.secretOf, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
