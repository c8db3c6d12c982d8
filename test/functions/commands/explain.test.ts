import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { policyEditions } from '../../../functions/adapters/policy-editions.ts';
import { policyStore } from '../../../functions/adapters/policy-store.ts';
import { ticketTable } from '../../../functions/adapters/ticket-table.ts';
import { parse, sound } from '../../../functions/commands/policy/policy-file.ts';
import { onTimeline } from '../../../shared/engine.ts';
import { unknownTicket } from '../../../shared/escalation/ticket-record.ts';
import type { TicketEvent } from '../../../shared/ticket/ticket-event.ts';
import type { TicketKey } from '../../../shared/ticket/ticket-key.ts';
import { type OwnTable, startOwnTable } from './own-table.ts';
import { DOCUMENT, folderWith } from './scratch.ts';
import { typed } from './typed.ts';

const cloudEvent = (id: number, time: string, type: string, data: object, subject = 'T1') =>
  JSON.stringify({
    specversion: '1.0',
    id: `e${id}`,
    source: 'desk',
    subject,
    time,
    type: `timekeeper.ticket.${type}`,
    data,
  });

const EVENTS = [
  cloudEvent(1, '2026-03-06T15:00:00+01:00', 'created', { attributes: { product: 'acme', severity: 'P0' } }),
  cloudEvent(2, '2026-03-06T16:00:00+01:00', 'updated', { status: 'pending' }),
  cloudEvent(3, '2026-03-09T10:00:00+01:00', 'updated', { status: 'open' }),
];

const files = (events: readonly string[] = EVENTS) =>
  folderWith({ 'acme.yaml': DOCUMENT, 'events.jsonl': `${events.join('\n')}\n` });

const BY_FILES = 'explain --policy acme.yaml --events events.jsonl';

describe('explain, of files', () => {
  it('says in words why a ticket is due when it is', async () => {
    const { code, out } = await typed(`${BY_FILES} --at 2026-03-09T11:00:00+01:00`, { folder: files() });
    expect(code).toBe(0);
    expect(out).toMatchInlineSnapshot(`
      "T1 of desk, as seen on Mon 9 Mar 2026 11:00 Europe/Berlin

      Policy    acme, edition 2026-01-01: Acme
                because product is acme
      Severity  P2, P0 was asked for
                P0 → P2: P0 is not a severity of this policy

      first response: running, pending
        It is due on Mon 9 Mar 2026 11:00, since 4h on office began on Fri 6 Mar 2026 15:00.
        target     4h, for every ticket
        calendar   office, Europe/Berlin
        due        Mon 9 Mar 2026 11:00 Europe/Berlin
        elapsed    4h
        remaining  0m

          from                  to
          Fri 6 Mar 2026 15:00  Fri 6 Mar 2026 17:00  running         2h
          Fri 6 Mar 2026 17:00  Mon 9 Mar 2026 09:00  closed          2 days 16h
          Mon 9 Mar 2026 09:00  Mon 9 Mar 2026 11:00  running         2h
                                                      running in all  4h

      resolution: running, pending
        It is due on Tue 10 Mar 2026 17:00, since 2 business days on office began on Fri 6 Mar 2026 15:00, and 2 days 18h of pending do not count.
        target     2 business days, for every ticket
        calendar   office, Europe/Berlin
        due        Tue 10 Mar 2026 17:00 Europe/Berlin
        elapsed    2h
        remaining  14h

          from                  to
          Fri 6 Mar 2026 15:00  Fri 6 Mar 2026 16:00  running         1h
          Fri 6 Mar 2026 16:00  Mon 9 Mar 2026 10:00  pending         2 days 18h
          Mon 9 Mar 2026 10:00  Mon 9 Mar 2026 11:00  running         1h
                                                      running in all  2h"
    `);
  });

  it('tells the reader the time of their own zone too', async () => {
    const { out } = await typed(`${BY_FILES} --at 2026-03-09T11:00:00+01:00 --zone Asia/Tokyo`, { folder: files() });
    expect(out).toContain('Tue 10 Mar 2026 17:00 Europe/Berlin (Wed 11 Mar 2026 01:00 Asia/Tokyo)');
    expect(out).toContain('from, Asia/Tokyo');
  });

  it('says it as JSON, its running segments adding up to what has elapsed', async () => {
    const { out } = await typed(`${BY_FILES} --at 2026-03-09T11:00:00+01:00 --json`, { folder: files() });
    const { ticket, at, policy, severity, clocks } = JSON.parse(out);
    expect(ticket).toEqual({ tenant: '', source: 'desk', id: 'T1' });
    expect(at).toBe('2026-03-09T11:00:00+01:00');
    expect([policy.name, policy.edition]).toEqual(['acme', '2026-01-01']);
    expect(severity.adjustments).toEqual([{ from: 'P0', to: 'P2', because: 'P0 is not a severity of this policy' }]);
    for (const { elapsedMilliseconds, segments } of clocks) {
      const running = segments.filter(({ kind }: { kind: string }) => kind === 'running');
      expect(running.reduce((sum: number, { milliseconds }: { milliseconds: number }) => sum + milliseconds, 0)).toBe(
        elapsedMilliseconds,
      );
    }
    expect(clocks[1]).toMatchObject({
      metric: 'resolution',
      state: 'running',
      due: '2026-03-10T17:00:00+01:00',
      elapsed: 'PT2H',
    });
  });

  it('sees only what had happened by then', async () => {
    const { out } = await typed(`${BY_FILES} --at 2026-03-06T17:00:00+01:00`, { folder: files() });
    expect(out).toContain('resolution: paused, pending');
    expect(out).toContain('It stands still and is not due');
    const early = await typed(`${BY_FILES} --at 2026-03-01T00:00:00Z`, { folder: files() });
    expect([early.code, early.err]).toEqual([
      1,
      expect.stringContaining('there is no ticket that had been created by then'),
    ]);
  });

  it('tells of the one ticket that is named, or of each', async () => {
    const created = (subject: string) =>
      cloudEvent(1, '2026-03-06T15:00:00+01:00', 'created', { attributes: { product: 'acme' } }, subject);
    const folder = files([created('T1'), created('T2')]);
    expect((await typed(BY_FILES, { folder })).out).toMatch(/^T1 of desk.*\n[\s\S]*\nT2 of desk/);
    expect((await typed(`${BY_FILES} T2`, { folder })).out).toMatch(/^T2 of desk/);
  });

  it('says that no policy is for a ticket', async () => {
    const folder = files([cloudEvent(1, '2026-03-06T15:00:00+01:00', 'created', { attributes: { product: 'other' } })]);
    expect((await typed(BY_FILES, { folder })).out).toContain('No policy is for this ticket');
  });

  it('names the line of a bad event, and its faults', async () => {
    const bad = await typed(BY_FILES, { folder: files([...EVENTS, '{"specversion":"1.0"}']) });
    expect([bad.code, bad.err]).toEqual([1, expect.stringMatching(/events\.jsonl:4: .*\/type/)]);
    expect((await typed(BY_FILES, { folder: files(['no']) })).err).toContain('events.jsonl:1: not JSON');
  });

  it('needs both files, or a ticket', async () => {
    expect((await typed('explain --policy acme.yaml')).err).toContain('--policy and --events come together');
    expect((await typed('explain')).code).toBe(2);
  });
});

describe('explain, of a ticket in the table', () => {
  let table: OwnTable;
  const keys: readonly TicketKey[] = [
    { tenant: '', source: 'desk', id: 'T1' },
    { tenant: '', source: 'other', id: 'T1' },
    { tenant: 'big', source: 'desk', id: 'T9' },
  ];
  const events: readonly TicketEvent[] = [
    {
      type: 'created',
      id: '1',
      at: Date.parse('2026-03-06T14:00:00Z'),
      status: 'new',
      attributes: { product: 'acme' },
    },
    { type: 'updated', id: '2', at: Date.parse('2026-03-06T15:00:00Z'), status: 'pending' },
  ];

  beforeAll(async () => {
    table = await startOwnTable();
    const { policy } = sound(parse(DOCUMENT), DOCUMENT, 'acme.yaml');
    await policyEditions(table.client, table.name).apply(policy, undefined, { by: 'a test', at: 0 });
    const tickets = ticketTable(table.client, table.name, 16);
    const policies = await policyStore(table.client, table.name).load();
    for (const key of keys) {
      for (const event of events) await tickets.write(key, event);
      await tickets.save(onTimeline(unknownTicket(key), events, policies).record, events[1]!.at);
    }
  });
  afterAll(() => table.stop());
  const at = (line: string) => typed(line, { env: table.env });

  it('finds it by its source, or looks everywhere', async () => {
    const { out, err } = await at('explain T1 --source desk');
    expect([out.startsWith('T1 of desk, as seen on Sat 21 Nov 2026 10:00 Europe/Berlin'), err]).toEqual([true, '']);
    expect((await at('explain T1')).out).toMatch(/T1 of desk[\s\S]*T1 of other|T1 of other[\s\S]*T1 of desk/);
    expect((await at('explain T9 --source desk --tenant big')).out).toContain('T9 of desk, tenant big');
    expect((await at('explain T9 --tenant small')).err).toContain('there is no ticket T9');
  });

  it('shows it as it stood at an earlier time', async () => {
    expect((await at('explain T1 --source desk')).out).toContain('resolution: paused');
    expect((await at('explain T1 --source desk --at 2026-03-06T14:30:00Z')).out).toContain('resolution: running');
  });
});
