import { afterAll, beforeAll, expect, it } from 'vitest';
import { policyEditions } from '../../../functions/adapters/policy-editions.ts';
import { policyStore } from '../../../functions/adapters/policy-store.ts';
import { ticketTable } from '../../../functions/adapters/ticket-table.ts';
import { parse, sound } from '../../../functions/commands/policy/policy-file.ts';
import { onTimeline } from '../../../shared/engine.ts';
import { unknownTicket } from '../../../shared/escalation/ticket-record.ts';
import type { TicketEvent } from '../../../shared/ticket/ticket-event.ts';
import { type OwnTable, startOwnTable } from './own-table.ts';
import { DOCUMENT, folderWith } from './scratch.ts';
import { typed } from './typed.ts';

let table: OwnTable;

const created: TicketEvent = {
  type: 'created',
  id: '1',
  at: Date.parse('2026-11-20T15:00:00+01:00'),
  status: 'new',
  attributes: { product: 'acme' },
};
const solved: TicketEvent = { type: 'updated', id: '2', at: created.at + 60_000, status: 'solved' };

beforeAll(async () => {
  table = await startOwnTable();
  const stamp = { by: 'erika', at: created.at };
  await policyEditions(table.client, table.name).apply(
    sound(parse(DOCUMENT), DOCUMENT, 'acme.yaml').policy,
    DOCUMENT,
    stamp,
  );
  const policies = await policyStore(table.client, table.name).load();
  const tickets = ticketTable(table.client, table.name, 16);
  for (const [id, events] of [
    ['T1', [created]],
    ['T2', [created, solved]],
  ] as const) {
    const key = { tenant: '', source: 'desk', id };
    for (const event of events) await tickets.write(key, event);
    await tickets.save(onTimeline(unknownTicket(key), events, policies).record, created.at);
  }
});
afterAll(() => table.stop());

const NEXT = DOCUMENT.replace('edition: 2026-01-01', 'edition: 2026-11-21')
  .replace('target: 4h', 'target: 2h')
  .replace('target: 2 business days', 'target: 3 business days')
  .replace('mon-fri: 09:00-17:00', 'mon-fri: 09:00-18:00')
  .replace('title: Acme', 'title: Acme, faster')
  .replace('  - { metric: first response, when: { severity: P1 }, target: 1h, calendar: office }\n', '')
  .replace('targets:\n', 'targets:\n  - { metric: agent work, target: 8h, calendar: office }\n')
  .replace('11:00:00+01:00, state', '12:00:00+01:00, state');

const diff = (text: string, options = '') =>
  typed(`policy diff acme.yaml ${options}`, { env: table.env, folder: folderWith({ 'acme.yaml': text }) });

it('tells which targets change, what else, and which due times would move by how much', async () => {
  const { code, out } = await diff(NEXT);
  expect(code).toBe(0);
  expect(out).toMatchInlineSnapshot(`
    "acme, edition 2026-11-21, against edition 2026-01-01, which is in force

    Targets:
      - first response, severity is P1: 1h on office
      ~ first response, every ticket: 4h on office → 2h on office
      ~ resolution, every ticket: 2 business days on office → 3 business days on office
      + agent work, every ticket: 8h on office

    Otherwise:
      ~ title: Acme → Acme, faster
      ~ calendar office: as it was → another

    Due times of 1 open ticket:
      T1  first response  Mon 23 Nov 2026 11:00 → Fri 20 Nov 2026 17:00  2 days 18h earlier
      T1  resolution      Tue 24 Nov 2026 15:00 → Wed 25 Nov 2026 15:00  24h later
      T1  agent work      not due → Mon 23 Nov 2026 14:00"
  `);
});

it('tells it as JSON', async () => {
  const { policy, inForce, tickets, moves } = JSON.parse((await diff(NEXT, '--json')).out);
  expect([policy, inForce, tickets]).toEqual(['acme', '2026-01-01', 1]);
  expect(moves[0]).toEqual({
    ticket: { tenant: '', source: 'desk', id: 'T1' },
    metric: 'first response',
    before: '2026-11-23T11:00:00+01:00',
    after: '2026-11-20T17:00:00+01:00',
    by: '-PT66H',
    milliseconds: -237_600_000,
  });
});

it('tells that nothing would change', async () => {
  expect((await diff(DOCUMENT)).out).toBe(
    'acme, edition 2026-01-01, against edition 2026-01-01, which is in force\n\nTargets: no change\n\nOtherwise: no change\n\nDue times of 1 open ticket: no change',
  );
});

it('a policy of which there is no edition yet is new from top to bottom', async () => {
  const { out } = await diff(DOCUMENT.replace('policy: acme', 'policy: other'));
  expect(out).toContain('of which no edition is in force');
  expect(out.match(/^ {2}\+ /gm)).toHaveLength(3);
});
