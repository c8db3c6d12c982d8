import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ticketItemKey } from '../../functions/adapters/item-keys.ts';
import type { Hindrance } from '../../infra/local/hindered-worker.ts';
import { toCloudEvent } from '../../infra/local/replay/to-cloud-event.ts';
import { at, created } from '../timelines.ts';
import { type AlarmDesk, mailbox, openAlarmDesk } from './alarm-desk.ts';

/** What a help desk sends. */
const EVENT = toCloudEvent({ tenant: '', source: 'desk', id: 'asked' }, at(0, created({ plan: 'gold' })));

/** SES looks back over a day of mails: longer than these stories last. */
const LASTING = ['bounce-rate', 'complaint-rate'];

describe('what raises an alarm, and that it is over when that is:', () => {
  const tried = new Set<string>();
  let desk: AlarmDesk;
  beforeAll(async () => {
    desk = await openAlarmDesk();
  });
  afterAll(() => desk.machine.stop());

  /** Every story begins where all is well. */
  beforeEach(async () => {
    const others = () => desk.raised().filter(name => !LASTING.includes(name));
    for (let tries = 0; others().length > 0 && tries < 20; tries += 1) await desk.pass(3);
    expect(others()).toEqual([]);
  });

  function expectRaised(...names: readonly string[]): void {
    expect(desk.raised()).toEqual(expect.arrayContaining([...names]));
    for (const name of names) tried.add(name);
  }

  const expectOver = (...names: readonly string[]): void =>
    expect(desk.raised().filter(name => names.includes(name))).toEqual([]);

  const hinder = (why: Hindrance, ...names: readonly string[]): void => {
    for (const name of names) desk.wrong.hindered.set(name, why);
  };

  it('the schedule stops for twelve minutes', async () => {
    await desk.dueIn(20);
    await desk.pass(15);
    desk.machine.skipSweeps(12);
    await desk.pass(3);
    expectOver('sweep-stopped');
    await desk.pass(1);
    expectRaised('sweep-stopped', 'urgent');
    await desk.pass(7);
    expectRaised('audit-stopped');
    await desk.pass(3);
    expectOver('sweep-stopped');
    expectRaised('missed-obligations', 'urgent');
  });

  it('the table refuses the sweep one shard of its index for four minutes', async () => {
    desk.wrong.refusedShard = '1';
    await desk.pass(2);
    expectOver('sweep-stopped');
    await desk.pass(2);
    expectRaised('sweep-stopped', 'urgent');
    desk.wrong.refusedShard = undefined;
    await desk.pass(3);
    expectOver('sweep-stopped', 'urgent');
  });

  it('evaluate fails for a minute, and again five minutes later', async () => {
    for (const minutes of [3, 8]) await desk.dueIn(minutes);
    for (const minutes of [2.5, 4]) {
      await desk.pass(minutes);
      desk.wrong.broken.add('evaluate');
      await desk.pass(1);
      desk.wrong.broken.clear();
    }
    await desk.pass(2.5);
    expectRaised('acted-late');
  });

  it('evaluate fails for a quarter of an hour', async () => {
    await desk.dueIn(1);
    desk.wrong.broken.add('evaluate');
    await desk.pass(13);
    expectRaised('due-dead-letters', 'owed-too-long', 'urgent');
    desk.wrong.broken.clear();
    await desk.pass(14);
    await desk.purge('due-dead-letters');
    await desk.pass(1);
    expectOver('due-dead-letters', 'owed-too-long');
  });

  it('ingest, email, page and feedback fail for a quarter of an hour, and then a mail turns out to have bounced', async () => {
    await desk.dueIn(1, { lead: mailbox('bounce') });
    await desk.dueIn(3);
    desk.wrong.broken.add('feedback');
    await desk.pass(2);
    for (const name of ['ingest', 'email', 'page']) desk.wrong.broken.add(name);
    await desk.putEvent();
    await desk.pass(17);
    expectRaised('intake-dead-letters', 'email-dead-letters', 'page-dead-letters', 'feedback-dead-letters', 'urgent');
    expectOver('refusals');
    desk.wrong.broken.clear();
    await desk.pass(15);
    await desk.redrive('intake', 'feedback');
    await desk.purge('email-dead-letters', 'page-dead-letters');
    await desk.pass(1);
    expectRaised('refusals', 'bounce-rate');
    expectOver('intake-dead-letters', 'email-dead-letters', 'page-dead-letters', 'feedback-dead-letters');
  });

  it('the pager answers 503 to six pages for an hour', async () => {
    for (let page = 0; page < 6; page += 1) await desk.dueIn(1);
    desk.machine.pager.answerAll(503);
    await desk.pass(14);
    expectRaised('oldest-page', 'provider-failures', 'fail-overs', 'urgent');
    for (let minute = 0; minute < 45; minute += 1) {
      await desk.pass(1);
      expectRaised('oldest-page');
    }
    desk.machine.pager.answerAll();
  });

  it('the quota of mails is used up', async () => {
    await desk.dueIn(1);
    desk.wrong.quotaIsUsedUp = true;
    await desk.pass(2);
    expectRaised('mail-standstill');
    desk.wrong.quotaIsUsedUp = false;
  });

  it('a ticket comes that no policy is for', async () => {
    await desk.dueIn(1, { plan: 'none' });
    await desk.pass(1);
    expectRaised('unmatched-tickets');
  });

  it('somebody takes a ticket out of the index by hand', async () => {
    const id = await desk.dueIn(30);
    const { endpoint, table } = desk.machine.database;
    const { pk, sk } = ticketItemKey({ tenant: '', source: 'desk', id });
    await new DynamoDBClient({
      endpoint,
      region: 'local',
      credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
    }).send(
      new UpdateItemCommand({
        TableName: table,
        Key: { pk: { S: pk }, sk: { S: sk } },
        UpdateExpression: 'REMOVE nextActionAt',
      }),
    );
    await desk.pass(4);
    expectRaised('audit-disagrees');
  });

  it('ingest fails for eight minutes while a help desk goes on sending by HTTP', async () => {
    desk.wrong.broken.add('ingest');
    for (let minute = 0; minute < 8; minute += 1) {
      for (const event of [1, 2])
        expect((await desk.machine.post({ ...EVENT, id: `${minute}-${event}` })).status).toBe(503);
      await desk.pass(1);
    }
    expectRaised('requests-fail', 'urgent');
    desk.wrong.broken.clear();
    await desk.pass(15);
    expectOver('requests-fail', 'urgent');
  });

  it('a help desk puts on the bus what is no ticket event, while the scheduler may not call the sweep', async () => {
    hinder('forbidden', 'sweep');
    await desk.putEvent({ hello: 'there' });
    await desk.pass(2);
    expectRaised('rejected-events', 'missed-sweeps');
    desk.wrong.hindered.clear();
    await desk.purge('rejected', 'missed-sweeps');
    await desk.pass(1);
    expectOver('rejected-events', 'missed-sweeps');
  });

  it('Lambda turns away what comes in, what is on a schedule and what SES tells', async () => {
    const knocked = ['ingest', 'hook', 'acknowledge', 'manage', 'query'];
    for (const minutes of [1, 2, 3]) await desk.dueIn(minutes);
    hinder('throttled', 'feedback');
    await desk.pass(1);
    hinder('throttled', 'sweep', 'audit', 'widget', ...knocked);
    for (let minute = 0; minute < 4; minute += 1) {
      for (const asked of ['POST events', 'POST hooks/any', 'POST acknowledge', 'GET silences', 'GET at-risk']) {
        const [method, path] = asked.split(' ') as [string, string];
        expect((await desk.machine.ask({ method, path: `/v1/${path}`, headers: {}, body: '' })).status).toBe(500);
      }
      await expect(desk.machine.invoke('widget')).rejects.toThrow('throttled');
      await desk.pass(1);
    }
    const turnedAway = ['sweep', 'audit', 'feedback', 'widget', ...knocked];
    expectRaised(...turnedAway.map(name => `${name}-throttled`));
    desk.wrong.hindered.clear();
  });

  it('Lambda turns away what is due and what is to be delivered', async () => {
    await desk.dueIn(1);
    hinder('throttled', 'email', 'page');
    await desk.pass(1.5);
    await desk.dueIn(1);
    hinder('throttled', 'evaluate');
    await desk.pass(4.5);
    expectRaised('evaluate-throttled', 'email-throttled', 'page-throttled');
    desk.wrong.hindered.clear();
  });

  it('the table turns everything away', async () => {
    desk.wrong.tableIsFull = true;
    await desk.pass(5);
    expectRaised('table-throttled');
    desk.wrong.tableIsFull = false;
  });

  it('a reader calls a mail spam', async () => {
    await desk.dueIn(1, { lead: mailbox('complaint') });
    await desk.pass(6);
    expectRaised('complaint-rate');
  });

  it('and no other alarm is there to be tried', () => {
    expect([...tried].toSorted()).toEqual(
      desk.machine
        .alarms()
        .map(({ entry }) => entry)
        .toSorted(),
    );
  });
});
