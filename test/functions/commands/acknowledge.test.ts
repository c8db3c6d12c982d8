import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { policyEditions } from '../../../functions/adapters/policy-editions.ts';
import { ticketTable } from '../../../functions/adapters/ticket-table.ts';
import { HOUR, MINUTE } from '../../../shared/calendar/instant.ts';
import type { Acknowledgement } from '../../../shared/clock/acknowledgement.ts';
import { onAcknowledged, onTimeline } from '../../../shared/engine.ts';
import { unknownTicket } from '../../../shared/escalation/ticket-record.ts';
import { policySet } from '../../../shared/policy/policy-set.ts';
import { policy, row } from '../../policies.ts';
import { at, becomes, created, MONDAY } from '../../timelines.ts';
import { type OwnTable, startOwnTable } from './own-table.ts';
import { typed } from './typed.ts';

const NOON = MONDAY + 3 * HOUR;
const plan = policy({ targets: [row(), row({ metric: 'resolution' })] });
const policies = policySet([plan]);

let table: OwnTable;
beforeAll(async () => {
  table = await startOwnTable();
  await policyEditions(table.client, table.name).apply(plan, undefined, { by: 'a test', at: 0 });
});
afterAll(() => table.stop());

const type = (line: string, now = NOON) => typed(line, { env: table.env, now: () => now });

/** Puts a ticket on file that was created at nine, and maybe acknowledged. */
async function ticket(id: string, { source = 'desk', tenant = '', solved = false, said = NOBODY } = {}): Promise<void> {
  const events = [at(0, created()), ...(solved ? [at(5, becomes('solved'))] : [])];
  const { record } = onTimeline(unknownTicket({ tenant, source, id }), events, policies);
  const next = said === NOBODY ? record : onAcknowledged(record, said, policies, () => true).record;
  await ticketTable(table.client, table.name, 4).save(next, MONDAY);
}
const NOBODY: Acknowledgement = { at: 0, by: '', via: '' };

describe('acknowledge', () => {
  it('says who has seen it, once for all, and explain says it too', async () => {
    await ticket('T1');
    const line = 'acknowledged by erika@desk, by the command line  Mon 5 Jan 2026 12:00 Europe/Berlin';
    const { code, out } = await type('acknowledge T1 --source desk');
    expect([code, out]).toEqual([0, `first response  ${line}\nresolution      ${line}`]);
    expect((await type('acknowledge T1 --by max', NOON + HOUR)).out).toBe(out);
    const [first] = (await type('acknowledge T1 --source desk --json')).out.split('\n');
    expect(JSON.parse(first!)).toEqual({
      ticket: { tenant: '', source: 'desk', id: 'T1' },
      metric: 'first response',
      startedAt: '2026-01-05T08:00:00.000Z',
      acknowledged: { at: '2026-01-05T11:00:00.000Z', by: 'erika@desk', via: 'command line' },
    });

    const explained = await type('explain T1 --source desk');
    expect(
      explained.out.match(/acknowledged {2}by erika@desk, by the command line, on Mon 5 Jan 2026 11:00 UTC/g),
    ).toHaveLength(2);
    const json = JSON.parse((await type('explain T1 --source desk --json')).out);
    expect(json.clocks[0].acknowledged).toEqual({
      at: '2026-01-05T11:00:00Z',
      by: 'erika@desk',
      via: 'command line',
    });
    expect((await type('explain T1 --source desk --at 2026-01-05T10:00:00Z')).out).not.toContain('acknowledged');
  });

  it('is of one clock where one is named', async () => {
    await ticket('T2', { tenant: 'big' });
    const { out } = await type('acknowledge T2 --source desk --tenant big --metric resolution --by Ana');
    expect(out).toMatch(/^resolution {2}acknowledged by Ana, by the command line/);
    expect((await type('explain T2 --tenant big')).out.match(/acknowledged/g)).toHaveLength(1);
  });

  it.each([
    ['T9 --source desk', 1, 'there is no ticket T9'],
    ['T3 --source desk', 1, 'nothing of T3 of desk runs that could be acknowledged'],
    ['T4', 2, 'found T4 of desk and T4 of other, expected --source and --tenant to say which is meant'],
    ['T1 --metric lunch', 2, '--metric: found "lunch", expected one of first response, next response,'],
    ['', 2, 'expected TICKET'],
  ])('has to be meant: %s', async (line, code, sentence) => {
    await ticket('T3', { solved: true });
    await ticket('T4');
    await ticket('T4', { source: 'other' });
    const answer = await type(`acknowledge ${line}`);
    expect([answer.code, answer.out]).toEqual([code, '']);
    expect(answer.err).toContain(sentence);
  });
});

it('explain says of a page that was resolved at its pager that the clock runs on', async () => {
  const said: Acknowledgement = { at: MONDAY + MINUTE, by: 'Ana', via: 'pagerduty', page: 'p', resolvedThere: true };
  await ticket('T5', { said });
  const { out } = await type('explain T5 --source desk');
  expect(out).toContain(
    [
      '  acknowledged  by Ana, at pagerduty, on Mon 5 Jan 2026 08:01 UTC (Mon 5 Jan 2026 09:01 Europe/Berlin)',
      '                the page was resolved at its pager, which stops no clock: only the ticket does',
    ].join('\n'),
  );
  expect(out).toContain('resolution: running, breached');
  const { clocks } = JSON.parse((await type('explain T5 --source desk --json')).out);
  expect(clocks[1].acknowledged).toEqual({
    at: '2026-01-05T08:01:00Z',
    by: 'Ana',
    via: 'pagerduty',
    resolvedThere: true,
  });
});
