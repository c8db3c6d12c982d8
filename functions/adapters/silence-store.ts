import { randomUUID } from 'node:crypto';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PutCommand, paginateQuery, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { type Instant, SECOND } from '../../shared/calendar/instant.ts';
import type { Silence } from '../../shared/notification/silence.ts';
import { documentClient } from './clients.ts';
import { isConditionFailure } from './condition-failure.ts';
import { SILENCE_PART, silenceKey } from './item-keys.ts';
import type { Stamp } from './policy-editions.ts';

/** The silences people asked for. */
export interface SilenceStore {
  /** Those whose time is not over at an instant, ended early or not, by the time they end; read at once. */
  endingAfter(now: Instant): Promise<readonly Silence[]>;
  /** The same for whoever asks often: at most 15 seconds old. */
  current(now: Instant): Promise<readonly Silence[]>;
  put(silence: Silence): Promise<void>;
  /** Ends a silence before its time; gives it as it is then, undefined where it is over, ended already, or not there. */
  end(id: string, stamp: Stamp): Promise<Silence | undefined>;
}

const FRESH = 15 * SECOND;

/** A name for a new silence that people can type. */
export const newSilenceId = (): string => randomUUID().slice(0, 8);

/** The silences kept in a DynamoDB table; where there are none, half a read unit in 15 seconds. */
export function silenceStore(client: DynamoDBClient, tableName: string): SilenceStore {
  const documents = documentClient(client);
  const table = { TableName: tableName };
  let known: { readonly readAt: Instant; readonly silences: Promise<readonly Silence[]> } | undefined;

  async function endingAfter(now: Instant): Promise<readonly Silence[]> {
    const silences: Silence[] = [];
    const query = {
      ...table,
      KeyConditionExpression: 'pk = :silence AND sk > :now',
      ExpressionAttributeValues: { ':silence': SILENCE_PART, ':now': silenceKey(now, '\uffff').sk },
    };
    for await (const page of paginateQuery({ client: documents }, query))
      for (const { silence, ended } of page.Items ?? [])
        silences.push({ ...JSON.parse(silence), ...(ended && { ended }) });
    return silences;
  }

  return {
    endingAfter,
    current(now) {
      if (known && Math.abs(now - known.readAt) < FRESH) return known.silences;
      const reading = { readAt: now, silences: endingAfter(now) };
      known = reading;
      reading.silences.catch(() => {
        if (known === reading) known = undefined;
      });
      return reading.silences;
    },
    async put(silence) {
      const Item = { ...silenceKey(silence.to, silence.id), silence: JSON.stringify(silence) };
      await documents.send(new PutCommand({ ...table, Item }));
    },
    async end(id, ended) {
      const silence = (await endingAfter(ended.at)).find(each => each.id === id);
      if (silence === undefined) return undefined;
      const update = {
        ...table,
        Key: silenceKey(silence.to, id),
        UpdateExpression: 'SET ended = :ended',
        ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(ended)',
        ExpressionAttributeValues: { ':ended': ended },
      };
      try {
        await documents.send(new UpdateCommand(update));
        return { ...silence, ended };
      } catch (error) {
        if (isConditionFailure(error)) return undefined;
        throw error;
      }
    },
  };
}
