import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFakeSns } from '../../infra/local/fakes/sns.ts';
import type { Publication } from '../../shared/paging/paging-provider.ts';
import { sns as provider } from '../../shared/paging/sns.ts';
import { carry, FIFO_TOPIC, sns, TOPIC } from './benches.ts';
import { MESSAGE, order } from './order.ts';

type Topic = Awaited<ReturnType<typeof sns>>;

let standard: Topic;
let fifo: Topic;
beforeAll(async () => {
  [standard, fifo] = await Promise.all([sns(TOPIC, 2), sns(FIFO_TOPIC, 1)]);
});
afterAll(() => Promise.all([standard.fake.stop(), fifo.fake.stop()]));

const target = (topic: string) => ({ secret: '', topic, now: 0, sign: () => '' });
const published = (topic: string, ...what: Parameters<typeof order>) =>
  provider.request(order(...what), target(topic)) as Publication;
const verdict = async (bench: Topic, publication: Publication) => {
  const answer = await carry(bench, publication);
  return 'failed' in answer ? answer : provider.verdict(answer);
};

describe('a message to a topic', () => {
  it('tells subscribers by SMS in short, all others at length, and their filters what it is about', async () => {
    expect(await verdict(standard, published(TOPIC, 'trigger', 'timekeeper-1'))).toMatchObject({ verdict: 'sent' });
    expect(await verdict(standard, published(TOPIC, 'resolve', 'timekeeper-1'))).toMatchObject({ verdict: 'sent' });
    const [told, resolved] = standard.fake.published();
    expect(told!.subject).toBe(MESSAGE.summary);
    expect(told!.texts).toEqual({
      default: [
        MESSAGE.summary,
        'Open the ticket: https://help.example/INC1',
        'due: 2026-01-05T09:00:00.000Z',
        'timekeeper-1',
      ].join('\n'),
      sms: `${MESSAGE.summary} https://help.example/INC1`,
    });
    const about = { key: 'timekeeper-1', ticket: 'INC1', source: 'help.example' };
    expect(told!.attributes).toEqual({ action: 'trigger', ...about, severity: 'critical', policy: 'Plain' });
    expect(resolved).toMatchObject({
      subject: 'resolved: First response on INC1 (help.example)',
      texts: { sms: 'resolved: First response on INC1 (help.example)' },
      attributes: { action: 'resolve', ...about },
    });
  });

  it('is told once by a topic that keeps an order, however often it is published', async () => {
    const trigger = published(FIFO_TOPIC, 'trigger', 'timekeeper-2');
    for (const publication of [trigger, trigger, published(FIFO_TOPIC, 'resolve', 'timekeeper-2')])
      expect(await verdict(fifo, publication)).toMatchObject({ verdict: 'sent' });
    expect(fifo.fake.published().map(({ attributes }) => attributes.action)).toEqual(['trigger', 'resolve']);
  });

  it.each([
    ['[A] Frist überfällig: Lösung, INC1', '[A] Frist uberfallig: Losung, INC1'],
    ['[A] 期限違反: INC1 の初回応答', 'Timekeeper: INC1'],
    ['x'.repeat(200), 'x'.repeat(99)],
  ])('about %s has the subject %s', (summary, subject) => {
    expect(published(TOPIC, 'trigger', 'timekeeper-3', { summary })).toMatchObject({ subject });
  });

  it('by SMS leaves out a link that does not fit', () => {
    const link = { text: 'Open', url: `https://help.example/${'x'.repeat(800)}` };
    expect(published(TOPIC, 'trigger', 'timekeeper-4', { link }).texts.sms).toBe(MESSAGE.summary);
  });

  it('is refused where there is no such topic, and tried again where nobody answers', async () => {
    const nowhere = await startFakeSns({ host: '127.0.0.1', topics: [] });
    const message = published(TOPIC, 'trigger', 'timekeeper-5');
    const at = (fake: typeof nowhere) => verdict({ ...standard, fake }, message);
    expect(await at(nowhere)).toEqual({
      verdict: 'refused',
      detail: 'SNS answered 404: NotFound: Topic does not exist',
    });
    nowhere.answerNext({ status: 503, headers: { 'retry-after': '3' } }, 'hang up');
    expect(await at(nowhere)).toMatchObject({ verdict: 'retry', uncertain: true, retryAfter: 3000 });
    expect(await at(nowhere)).toMatchObject({ failed: 'lost' });
    await nowhere.stop();
    expect(await at(nowhere)).toMatchObject({ failed: 'lost' });
  });
});

describe('the fake holds to what is documented:', () => {
  const message = (texts: object) => JSON.stringify({ default: 'd', ...texts });
  it.each<[string, Record<string, string>, string]>([
    ['a subject of 100 characters', { Subject: 'x'.repeat(100) }, 'Subject'],
    ['a subject of two lines', { Subject: 'a\nb' }, 'Subject'],
    ['a subject that is not ASCII', { Subject: 'Lösung' }, 'Subject'],
    ['no JSON', { Message: 'd' }, 'Message Structure'],
    ['no default', { Message: '{"sms":"d"}' }, 'Message Structure'],
    ['262,145 bytes', { Message: message({ email: 'x'.repeat(262_145 - message({ email: '' }).length) }) }, 'too long'],
    ['an SMS of 1,601 bytes', { Message: message({ sms: 'x'.repeat(1601) }) }, 'SMS too long'],
    ['an SMS of 801 characters of two bytes', { Message: message({ sms: '場'.repeat(801) }) }, 'SMS too long'],
    ['an id where there is no order', { MessageDeduplicationId: 'a' }, 'MessageDeduplicationId'],
    ['an empty attribute', { 'MessageAttributes.entry.1.Value.StringValue': '' }, 'MessageAttributes'],
    ['no id in a FIFO topic', { TopicArn: FIFO_TOPIC, MessageGroupId: 'a' }, 'MessageDeduplicationId'],
    ['no group in a FIFO topic', { TopicArn: FIFO_TOPIC, MessageDeduplicationId: 'a' }, 'MessageGroupId'],
    ['a group with a blank', { TopicArn: FIFO_TOPIC, MessageGroupId: 'a b' }, 'MessageGroupId'],
  ])('%s is refused', async (_what, changes, reason) => {
    const { fake } = changes.TopicArn ? fifo : standard;
    const right = { Action: 'Publish', TopicArn: TOPIC, MessageStructure: 'json', Message: message({}) };
    const answer = await fetch(fake.url, { method: 'POST', body: new URLSearchParams({ ...right, ...changes }) });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(reason);
  });
});
