import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { documentClient } from '../../functions/adapters/clients.ts';
import { deliveryKey, type ItemKey, ticketItemKey } from '../../functions/adapters/item-keys.ts';
import { outageMarkers } from '../../functions/adapters/outage-markers.ts';
import { HOUR } from '../../shared/calendar/instant.ts';
import { notificationKey } from '../../shared/notification/notification.ts';
import { policy, row } from '../policies.ts';
import { type Desk, openDesk } from '../stories/desk.ts';
import { at, becomes, created, reply } from '../timelines.ts';

const KEY = { tenant: '', source: 'desk', id: 'T1' };
const TICKET = ticketItemKey(KEY);

let desk: Desk;
let client: DynamoDBClient;
let table: ReturnType<typeof documentClient>;
beforeEach(async () => {
  const inhibit = [{ by: 'tenant' as const, when: { type: ['outage'] }, except: [] }];
  desk = await openDesk([policy({ targets: [row({ ladder: 'usual' })], inhibit })], { idleSweeps: true });
  const { endpoint } = desk.machine.database;
  client = new DynamoDBClient({ endpoint, region: 'local', credentials: { accessKeyId: 'x', secretAccessKey: 'x' } });
  table = documentClient(client);
});
afterEach(() => desk.machine.stop());

/** Damages an item as no function of ours would. */
const damage = (key: ItemKey, expression: string, values?: Record<string, unknown>) => {
  const names = expression.match(/#\w+/g);
  return table.send(
    new UpdateCommand({
      TableName: desk.machine.database.table,
      Key: { pk: key.pk, sk: key.sk },
      UpdateExpression: expression,
      ...(names === null
        ? {}
        : { ExpressionAttributeNames: Object.fromEntries(names.map(name => [name, name.slice(1)])) }),
      ...(values === undefined ? {} : { ExpressionAttributeValues: values }),
    }),
  );
};

/** One round of the audit, an hour: what it found, each with how often. */
async function round(): Promise<readonly string[]> {
  const { machine } = desk;
  const before = machine.measures().length;
  await machine.advance(machine.now() + HOUR);
  return machine
    .measures()
    .slice(before)
    .filter(({ name }) => name === 'Findings')
    .flatMap(({ dimensions, values }) => values.map(value => `${dimensions.finding} ${value}`));
}

describe('the audit', () => {
  it('finds nothing wrong with a ticket that lives as it should, and counts its clocks', async () => {
    await desk.happens(0, created());
    await desk.happens(40, reply);
    expect(await round()).toEqual([]);
    await desk.expectQuiet();
  });

  it('schedules again what nobody would have looked at any more', async () => {
    await desk.happens(0, created());
    await damage(TICKET, 'REMOVE nextActionAt, #shard');
    expect(await round()).toEqual(['undated 1']);
    expect(desk.pages()).toHaveLength(1);
  });

  it('tells a ticket an event that its clocks never heard of', async () => {
    await desk.happens(0, created());
    const { pk } = TICKET;
    const event = JSON.stringify(at(5, reply));
    await damage({ pk, sk: 'EVENT#lost' }, 'SET event = :event', { ':event': event });
    expect(await round()).toEqual(['unheard 1']);
    expect(desk.pages()).toEqual([]);
  });

  it('takes the mark from a ticket that it finds to mute its tenant no longer', async () => {
    await desk.happens(0, created({ type: 'outage' }));
    const { pk } = TICKET;
    await damage({ pk, sk: 'EVENT#lost' }, 'SET event = :event', {
      ':event': JSON.stringify(at(5, becomes('solved'))),
    });
    expect(await round()).toEqual(['unheard 1']);
    expect(await outageMarkers(client, desk.machine.database.table).of('')).toEqual([]);
  });

  it('lists again what the index would not have given the sweep', async () => {
    await desk.happens(0, created());
    await damage(TICKET, 'SET #shard = :nowhere', { ':nowhere': '99' });
    expect(await round()).toContain('unlisted 1');
    expect(desk.pages()).toHaveLength(1);
  });

  it('says of what cannot be read that it cannot be read, and goes on with the rest', async () => {
    await desk.happens(0, created());
    await desk.happens(0, created(), 'T2');
    await damage(TICKET, 'SET #policy = :none', { ':none': ['nobody', '2000-01-01'] });
    await damage(ticketItemKey({ ...KEY, id: 'T2' }), 'REMOVE nextActionAt, #shard');
    expect((await round()).toSorted()).toEqual(['undated 1', 'unreadable 1']);
  });

  it.each(['page', 'email'])('takes up a delivery by %s that nobody would have made', async channel => {
    await desk.happens(0, created());
    await desk.until(60);
    const [told] = (await desk.machine.deliveries()).filter(({ notification }) => notification.channel === channel);
    const key = { pk: TICKET.pk, sk: deliveryKey(notificationKey(told!.notification)) };
    await damage(key, 'SET #state = :owed', { ':owed': 'owed' });
    expect(await round()).toEqual(['undated 1']);
    await desk.expectQuiet();
  });
});
