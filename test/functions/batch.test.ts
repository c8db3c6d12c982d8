import type { SQSRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { eachRecord } from '../../functions/adapters/batch.ts';

const record = (messageId: string, body: string) => ({ messageId, body }) as SQSRecord;

describe('a batch of messages', () => {
  it('has what was sent twice done once, and answered for both', async () => {
    const done: string[] = [];
    const Records = [record('1', 'T1'), record('2', 'T2'), record('3', 'T1')];
    const response = await eachRecord({ Records }, async ({ body }) => void done.push(body));
    expect(done).toEqual(['T1', 'T2']);
    expect(response).toEqual({ batchItemFailures: [] });
  });

  it('gives back every message of what failed, and no other', async () => {
    const Records = [record('1', 'bad'), record('2', 'good'), record('3', 'bad')];
    const response = await eachRecord({ Records }, async ({ body }) => {
      if (body === 'bad') throw new Error('no');
    });
    expect(response).toEqual({ batchItemFailures: [{ itemIdentifier: '1' }, { itemIdentifier: '3' }] });
  });
});
