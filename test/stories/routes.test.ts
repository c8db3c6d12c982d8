import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { synthesize } from '../../infra/local/synthesize.ts';
import { TOPIC } from '../paging/benches.ts';
import { policy, row, rung } from '../policies.ts';
import { created, reply, set } from '../timelines.ts';
import { type Desk, openDesk } from './desk.ts';

const ELSEWHERE = `${TOPIC}-nobody-allowed`;
const sns = (topic: string) => ({ provider: 'sns', topic });

const ROUTED = policy({
  targets: [row({ ladder: 'usual' })],
  ladders: { usual: [rung('breach', { kind: 'breach' }, { notify: [{ channel: 'page', to: 'on call' }] })] },
  recipients: {
    'on call': {
      email: { text: 'duty@example.test' },
      page: { provider: 'pagerduty', secret: 'timekeeper/pagerduty' },
      routes: [
        { when: { team: ['payments'], severity: ['A'] }, page: sns(TOPIC), language: 'ja' },
        { when: { team: ['maps'] }, page: sns(ELSEWHERE), email: { attribute: 'lead' } },
      ],
    },
  },
});

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk([ROUTED], { template: await synthesize({ shards: 2, pageTopics: [TOPIC] }) });
  await desk.happens(0, created({ team: 'payments', severity: 'A' }), 'urgent');
  await desk.happens(0, created({ team: 'payments', severity: 'B' }), 'not urgent');
  await desk.happens(0, created({ team: 'maps', severity: 'A', lead: 'maps@example.test' }), 'not allowed');
  await desk.until(70);
});
afterAll(() => desk.machine.stop());

const about = (id: string) =>
  desk.machine.topics
    .published()
    .filter(({ attributes }) => attributes.ticket === id)
    .map(({ topic, texts }) => [topic, texts.sms]);

describe('a breach', () => {
  it('rings where the route of its ticket leads, and nowhere else', () => {
    expect(about('urgent')).toContainEqual([TOPIC, expect.stringMatching(/^\[A\] 期限違反: urgent の初回応答/)]);
    expect(about('not urgent')).toEqual([]);
    const rung = desk.machine.pages().map(({ component }) => component);
    expect(rung).toContain('not urgent');
    expect(rung).not.toContain('urgent');
  });

  it('goes another way where the topic is not one that page may publish to', async () => {
    expect(about('not allowed')).toEqual([]);
    const key = { tenant: '', source: 'desk', id: 'not allowed' };
    const rows = await desk.machine.deliveries(key);
    expect(rows.map(({ notification, state }) => [notification.channel, state])).toContainEqual(['page', 'refused']);
    expect(rows.find(({ state }) => state === 'refused')!.detail).toMatch(/^SNS answered 403: AccessDenied: /);
    const mails = desk.machine.inbox().filter(({ subject }) => subject.includes('not allowed'));
    expect(mails.map(({ destination }) => destination.to)).toEqual([['maps@example.test']]);
    expect(rows.find(({ notification }) => notification.channel === 'email')).toMatchObject({ state: 'sent' });
  });

  it('stops ringing where it rang, in the language it rang in, although another route would hold by then', async () => {
    await desk.happens(75, set({ team: 'search' }), 'urgent');
    await desk.happens(80, reply, 'urgent');
    expect(about('urgent').at(-1)).toEqual([TOPIC, expect.stringMatching(/^解除: urgent の/)]);
  });
});
