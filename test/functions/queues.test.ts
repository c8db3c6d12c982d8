import type { SendMessageBatchCommand, SendMessageBatchRequestEntry, SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { ticketItemKey } from '../../functions/adapters/item-keys.ts';
import { type Message, queue } from '../../functions/adapters/queues.ts';

const NOW = Date.parse('2026-03-02T09:00:00Z');

/** What a queue is asked to take, batch by batch. */
async function sent(messages: readonly Message[]): Promise<readonly (readonly SendMessageBatchRequestEntry[])[]> {
  const batches: (readonly SendMessageBatchRequestEntry[])[] = [];
  const client = {
    async send({ input }: SendMessageBatchCommand) {
      batches.push(input.Entries!);
      return {};
    },
  };
  await queue(client as unknown as SQSClient, 'http://queue').send(messages, NOW);
  return batches;
}

const about = (tenant: string, source = 'desk', id = 'T1'): Message => ({
  body: ticketItemKey({ tenant, source, id }),
});
const groupOf = async (message: Message) => (await sent([message]))[0]![0]!.MessageGroupId;

describe('a message', () => {
  it('is in the group of its tenant, so that nobody waits for the crowd of another', async () => {
    const acme = await groupOf(about('acme'));
    expect(acme).toMatch(/^[0-9a-f]{40}$/);
    expect(await groupOf(about('acme', 'another desk', 'T2'))).toBe(acme);
    expect(await groupOf(about('other'))).not.toBe(acme);
  });

  it('is in the group of its help desk where there is one tenant only', async () => {
    expect(await groupOf(about('', 'a'))).toBe(await groupOf(about('', 'a', 'T2')));
    expect(await groupOf(about('', 'a'))).not.toBe(await groupOf(about('', 'b')));
  });

  it('stays by itself where it is about no item', async () => {
    for (const body of [{ event: {}, problem: {} }, 'text', null]) expect(await groupOf({ body })).toBeUndefined();
  });

  it.each([
    [undefined, 0],
    [NOW - 5000, 0],
    [NOW + 1, 1],
    [NOW + 90_000, 90],
    [NOW + 3_600_000, 900],
  ])('that is for %s is held back for %i seconds', async (at, seconds) => {
    const [batch] = await sent([{ ...about('acme'), ...(at === undefined ? {} : { at }) }]);
    expect(batch).toMatchObject([{ DelaySeconds: seconds }]);
  });
});

it('ten messages go in a call', async () => {
  const batches = await sent(Array.from({ length: 23 }, (_, index) => about('acme', 'desk', `T${index}`)));
  expect(batches.map(({ length }) => length).toSorted()).toEqual([10, 10, 3].toSorted());
});
