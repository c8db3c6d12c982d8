import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Machine } from '../../../infra/local/machine.ts';
import { toCloudEvent } from '../../../infra/local/replay/to-cloud-event.ts';
import { startMachine } from '../../../infra/local/start-machine.ts';
import { MINUTE } from '../../../shared/calendar/instant.ts';
import { policy, row, rung } from '../../policies.ts';
import { at, created, MONDAY } from '../../timelines.ts';
import { type Answer, typed } from './typed.ts';

const BOUNCING = 'Bounce+Lead@simulator.amazonses.com';
let machine: Machine;

/** Types a command to the machine's table, at its own time. */
const say = (line: string): Promise<Answer> =>
  typed(line, {
    env: { TIMEKEEPER_TABLE: machine.database.table, AWS_ENDPOINT_URL_DYNAMODB: machine.database.endpoint },
    now: () => machine.now(),
  });
const minutes = (count: number) => machine.advance(MONDAY + count * MINUTE);

beforeAll(async () => {
  const plan = policy({
    targets: [row({ metric: 'resolution', ladder: 'two' })],
    ladders: {
      two: [
        rung('50%', { kind: 'share', share: 0.5 }, { notify: [{ channel: 'email', to: 'lead' }] }),
        rung(
          'breach',
          { kind: 'breach' },
          {
            notify: [
              { channel: 'page', to: 'on call' },
              { channel: 'email', to: 'lead' },
              { channel: 'email', to: 'boss' },
            ],
          },
        ),
      ],
    },
    recipients: {
      lead: { email: { text: BOUNCING }, failover: [{ channel: 'email', to: 'boss' }] },
      boss: { email: { attribute: 'boss' }, language: 'de' },
      'on call': { page: { provider: 'pagerduty', secret: 'timekeeper/pagerduty' } },
    },
  });
  machine = await startMachine({ time: 'stepped', startAt: MONDAY - MINUTE, policies: [plan], idleSweeps: true });
  for (const id of ['T1', 'T2'])
    await machine.post(
      toCloudEvent(
        { tenant: '', source: 'desk', id },
        at(-0.5, created({ subject: 'Help', ...(id === 'T1' && { boss: 'boss@example.test' }) })),
      ),
    );
  await minutes(1);
});
afterAll(() => machine.stop());

describe('what would be told', () => {
  it('is told with whom, where, when and in which words', async () => {
    const { out } = await say('notify --dry-run T1 --source desk');
    expect(out.split('\n').map(line => line.split(/ {2,}/))).toEqual([
      ['Mon 5 Jan 2026 09:29:30', 'resolution 50%', 'email lead', BOUNCING, 'en', expect.stringContaining('T1: Help')],
      [
        'Mon 5 Jan 2026 09:59:30',
        'resolution breach',
        'page on call',
        'pagerduty',
        'en',
        expect.stringContaining('T1: Help'),
      ],
      [
        'Mon 5 Jan 2026 09:59:30',
        'resolution breach',
        'email lead',
        BOUNCING,
        'en',
        expect.stringContaining('T1: Help'),
      ],
      [
        'Mon 5 Jan 2026 09:59:30',
        'resolution breach',
        'email boss',
        'boss@example.test',
        'de',
        expect.stringContaining('T1: Help'),
      ],
    ]);
  });

  it('is nothing that is done: nobody was told', async () => {
    expect(await machine.deliveries()).toEqual([]);
    expect(await say('notify T1')).toMatchObject({ code: 2, err: expect.stringContaining('--dry-run') });
  });

  it('says what holds it back, and who cannot be told', async () => {
    await say("silence add --source desk --ticket T2 --during 45m --reason 'known'");
    const { out, err } = await say('notify --dry-run T2 --json');
    const [warning, , , boss] = out.split('\n').map(line => JSON.parse(line));
    expect(err).toContain('--source makes it quick');
    expect(warning).toMatchObject({
      at: '2026-01-05T08:29:30.000Z',
      hold: { why: 'silenced', until: '2026-01-05T08:46:00.000Z' },
    });
    expect(boss).toMatchObject({ channel: 'email', to: 'boss', unknown: 'the ticket has no boss' });
  });

  it('is told of no ticket that there is not', async () => {
    expect(await say('notify --dry-run T3 --source desk')).toMatchObject({
      code: 1,
      err: expect.stringContaining('no ticket T3'),
    });
  });
});

describe('what was told', () => {
  beforeAll(() => minutes(62));

  it('stands with what came of it', async () => {
    const { out } = await say('deliveries --ticket T1 --source desk');
    expect(out).toContain('Mon 5 Jan 2026 09:29:30  T1 (desk)  resolution 50%     email lead');
    expect(out).toContain(
      'refused: bounced for good: Permanent, General, smtp; 550 5.1.1 user unknown; email boss in its place',
    );
    expect(out).toMatch(/resolution 50% +email boss +sent; in place of email lead/);
    expect(out).toMatch(/resolution breach +page on call +sent/);
    expect(out).toContain('    key /desk/T1/resolution/1767599970000/0/50%25/1/email/lead');
    expect(out).toContain('    Mon 5 Jan 2026 09:29:30  sent');
  });

  it.each([
    ['--state refused', 1],
    ['--failed', 6],
    ['--since 1h', 10],
    ['--since 1m', 0],
    ['--since 2026-01-05T10:00:00+01:00', 0],
    ['--ticket T2 --source desk --failed', 4],
  ])('is found by %s: %d', async (options, count) => {
    const { out } = await say(`deliveries ${options} --json`);
    const found = out === '' ? [] : out.split('\n').map(line => JSON.parse(line));
    expect({ options, count: found.length }).toEqual({ options, count });
  });

  it('is told in a sentence where there is none, or the wish cannot be meant', async () => {
    expect((await say('deliveries --since 1m')).out).toBe('There are no such deliveries.');
    expect(await say('deliveries --state gone')).toMatchObject({
      code: 2,
      err: expect.stringContaining('found "gone", expected one of owed'),
    });
    expect(await say('deliveries --source desk')).toMatchObject({ code: 2 });
    expect(await say('deliveries --ticket T9 --source desk')).toMatchObject({
      code: 1,
      err: 'timekeeper deliveries: there is no ticket T9',
    });
  });
});

describe('what is asked for again', () => {
  it('goes to an address again once it is off the list, and says who asked', async () => {
    expect((await say('suppression list')).out).toMatch(
      /^bounce\+lead@simulator\.amazonses\.com +Mon 5 Jan 2026 .*bounced for good/,
    );
    expect((await say(`suppression remove ${BOUNCING}`)).out).toContain('again');
    expect(await say(`suppression remove ${BOUNCING}`)).toMatchObject({
      code: 1,
      err: expect.stringContaining('is not suppressed'),
    });
    expect((await say('suppression list')).out).toBe('No address is suppressed.');
    const { code, out } = await say('redeliver --ticket T1 --source desk --failed');
    expect([code, out]).toEqual([0, '2 of 2 will be tried again within a minute']);
    await minutes(64);
    const rows = await machine.deliveries({ tenant: '', source: 'desk', id: 'T1' });
    const lead = rows.filter(({ notification }) => notification.to === 'lead');
    const redelivered = { by: 'erika@desk', at: MONDAY + 62 * MINUTE };
    expect(lead.toSorted((a, b) => a.createdAt - b.createdAt)).toMatchObject([
      { notification: { rung: '50%' }, redelivered, state: 'suppressed', whyNot: 'stale' },
      { notification: { rung: 'breach' }, redelivered, attempts: 1, tried: [{ verdict: 'sent' }] },
    ]);
    const sentTo = (address: string) =>
      machine.inbox().filter(({ destination }) => destination.to[0] === address).length;
    expect([sentTo(BOUNCING), sentTo('boss@example.test')]).toEqual([2, 2]);
  });

  it('is put into its queue at once where that is known, and waits for the sweep where it is not there', async () => {
    const { environment, database } = machine;
    const env = { TIMEKEEPER_TABLE: database.table, AWS_ENDPOINT_URL_DYNAMODB: database.endpoint, ...environment };
    const again = (line: string) => typed(line, { env, now: () => machine.now() });
    await minutes(65);
    expect((await again('redeliver --ticket T1 --source desk --failed')).out).toBe('1 of 1 will be tried again now');
    expect(machine.queueDepths().email).toMatchObject({ ready: 1 });
    await machine.settle();
    const { out, err } = await again('redeliver --ticket T1 --source desk --failed --stage nowhere');
    expect([out, err]).toEqual([
      '1 of 1 will be tried again within a minute',
      expect.stringContaining('stage nowhere'),
    ]);
  });

  it('is not told twice', async () => {
    const { out } = await say('deliveries --state sent --json');
    const { key } = JSON.parse(out.split('\n')[0]!);
    expect(await say(`redeliver ${key}`)).toMatchObject({ code: 1, err: expect.stringContaining('it is sent') });
  });

  it.each([
    ['redeliver', 2, 'expected a KEY'],
    ['redeliver a/b', 2, 'expected one that timekeeper deliveries lists'],
    ['redeliver /desk/T9/resolution/1/0/breach/1/email/lead', 1, 'there is no delivery'],
    ['redeliver /desk/T9/resolution/1/0/breach/1/email/lead --failed', 2, 'expected one of them'],
  ])('has to be meant: %s', async (line, code, err) => {
    expect(await say(line)).toMatchObject({ code, err: expect.stringContaining(err) });
  });
});

describe('what is owed and held back', () => {
  it('is foretold as it will be found then: told, or overtaken', async () => {
    await minutes(70);
    const { out: nothing } = await say('notify --dry-run T1 --source desk');
    expect(nothing).toBe('Nobody would be told anything of T1 of desk.');
    await machine.post(
      toCloudEvent({ tenant: '', source: 'desk', id: 'T5' }, at(70, created({ boss: 'b@example.test' }))),
    );
    await say("silence add --source desk --ticket T5 --during 90m --reason 'known'");
    const foretold = async () => {
      const { out } = await say('notify --dry-run T5 --source desk --json');
      return out.split('\n').map(line => {
        const { rung, channel, to, hold, whyNot } = JSON.parse(line);
        return [rung, channel, to, whyNot ?? `${hold.why} until ${hold.until}`].join(' ');
      });
    };
    const expected = [
      '50% email lead stale',
      'breach page on call silenced until 2026-01-05T10:40:00.000Z',
      'breach email lead suppressed address',
      'breach email boss silenced until 2026-01-05T10:40:00.000Z',
    ];
    expect(await foretold()).toEqual(expected);
    await minutes(71);
    expect(await foretold()).toEqual(expected);
    await minutes(131);
    expect((await foretold()).toSorted()).toEqual(expected.slice(1).toSorted());
  });
});
