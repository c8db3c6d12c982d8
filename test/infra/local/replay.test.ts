import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readPolicies } from '../../../infra/local/policies.ts';
import { dayFirst } from '../../../infra/local/replay/day-first.ts';
import { keptBy, percentile } from '../../../infra/local/replay/lateness.ts';
import type { Log } from '../../../infra/local/replay/log.ts';
import { obligationsOf } from '../../../infra/local/replay/obligation.ts';
import { readIncidents } from '../../../infra/local/replay/read-incidents.ts';
import { readLog } from '../../../infra/local/replay/read-log.ts';
import { replay, startOf } from '../../../infra/local/replay/replay.ts';
import { reportText } from '../../../infra/local/replay/report.ts';
import { startMachine } from '../../../infra/local/start-machine.ts';
import { HOUR, MINUTE } from '../../../shared/calendar/instant.ts';
import { unknownTicket } from '../../../shared/escalation/ticket-record.ts';
import { owed } from '../../../shared/notification/delivery.ts';
import { kindOf } from '../../../shared/notification/notification.ts';
import { parsePolicy } from '../../../shared/policy/document/parse-policy.ts';
import { policySet } from '../../../shared/policy/policy-set.ts';
import type { TicketEvent } from '../../../shared/ticket/ticket-event.ts';

const read = parsePolicy(readFileSync(new URL('../../../shared/catalogue/servicenow.yaml', import.meta.url), 'utf8'));
const shipped = 'policy' in read ? [read.policy] : [];
const LOWERING = new URL('../../../shared/catalogue/office-365-21vianet.yaml', import.meta.url).pathname;

/** Ten incidents: even ones answered and solved in time, odd ones late, the third reopened. */
function incidents(): string {
  const lines = [
    'number,incident_state,sys_mod_count,made_sla,opened_at,sys_updated_at,priority,assignment_group,resolved_at',
  ];
  for (let place = 0; place < 10; place += 1) {
    const late = place % 2 === 1;
    const opened = `01-03-2016 0${place}:00`;
    const priority = place % 4 < 2 ? '1 - Critical' : '2 - High';
    const add = (state: string, count: number, updated: string) =>
      lines.push(`INC${place},${state},${count},${!late},${opened},${updated},${priority},Group ${place},?`);
    add('New', 0, `01-03-2016 0${place}:02`);
    add('Active', 1, late ? `01-03-2016 0${place}:58` : `01-03-2016 0${place}:05`);
    add('Resolved', 2, late ? '02-03-2016 18:00' : `01-03-2016 1${place}:00`);
    if (place === 3) add('Active', 3, '03-03-2016 08:00');
    if (place === 3) add('Resolved', 4, '03-03-2016 09:00');
    add('Closed', 5, '08-03-2016 10:00');
  }
  return lines.join('\n');
}

async function played(log: Log, policies = shipped) {
  const machine = await startMachine({ time: 'stepped', startAt: startOf(log)!, policies, thriftySweeps: true });
  try {
    const report = await replay(machine, log, { policies });
    return { report, deadLetters: Object.entries(machine.queueDepths()).filter(([, { ready }]) => ready > 0) };
  } finally {
    await machine.stop();
  }
}

describe('a log played through the whole pipeline', () => {
  it('loses nothing, leaves nothing stuck, and tells all that the log alone says had to be told', async () => {
    const { report, deadLetters } = await played(await readIncidents(Readable.from([incidents()]), dayFirst('UTC')));
    expect(report).toMatchObject({ tickets: 10, dropped: 0, stuck: 0, missed: 0, reasons: [] });
    expect(report.obligations).toBeGreaterThan(30);
    expect(report.lateness.max).toBeLessThanOrEqual(2000);
    expect(deadLetters).toEqual([]);
    expect(report.attainment).toEqual([
      expect.objectContaining({ priority: '1 - Critical', tickets: 6, believedMet: 3 }),
      expect.objectContaining({ priority: '2 - High', tickets: 4, believedMet: 2 }),
    ]);
    expect(report.attainment.map(({ firstResponse }) => firstResponse)).toEqual([
      { met: 3, breached: 3, open: 0 },
      { met: 2, breached: 2, open: 0 },
    ]);
    expect(reportText(report)).toContain('dropped 0, stuck 0, missed 0 of');
  });

  it('counts what the service refuses among what was dropped', async () => {
    const log = await readIncidents(Readable.from([incidents()]), dayFirst('UTC'));
    const [first, ...rest] = log.events;
    const { id } = first!.event;
    const twice = { ...first!, event: { ...first!.event, type: 'deleted', id } as TicketEvent };
    const { report } = await played({ ...log, events: [first!, twice, ...rest] });
    expect(report.dropped).toBe(1);
    expect(report.reasons[0]!.reason).toContain('This id was used before');
  });

  const sample = process.env.TIMEKEEPER_SAMPLE_LOG;
  it.runIf(sample)('keeps to that with every fourth ticket of a real log', { timeout: 300_000 }, async () => {
    const log = await readLog(sample!, 'UTC');
    const ids = [...new Set(log.events.map(({ key }) => key.id))].filter((_, place) => place % 4 === 0);
    const { report } = await played({ ...log, events: log.events.filter(({ key }) => ids.includes(key.id)) });
    expect(report).toMatchObject({ tickets: ids.length, dropped: 0, stuck: 0, missed: 0 });
  });
});

describe('what had to be told', () => {
  const set = policySet(shipped);
  const at = Date.parse('2016-03-01T08:00:00Z');
  const attributes = { desk: 'servicenow', severity: '1 - Critical' };
  const created: TicketEvent = { type: 'created', id: '0', at, status: 'new', attributes };
  const answered: TicketEvent = { type: 'message', id: '1', at: at + 12 * MINUTE, author: 'agent', public: true };
  const record = unknownTicket({ tenant: '', source: '/desk', id: '1' });

  it('is every rung and breach that passed while a clock ran, and nothing after it stopped', () => {
    const told = obligationsOf([created, answered], set, at + 5 * HOUR).map(({ metric, rung, time, at: when }) => [
      metric,
      rung?.id ?? 'told',
      time,
      (when - at) / MINUTE,
    ]);
    expect(told).toEqual([
      ['first response', '50%', 1, 7.5],
      ['first response', '75%', 1, 11.25],
      ['resolution', '50%', 1, 120],
      ['resolution', '75%', 1, 180],
      ['resolution', 'breach', 1, 240],
      ['resolution', 'told', 1, 240],
    ]);
  });

  it('is what was promised once a silent requester has lost a severity, and told just then', async () => {
    const [lowering] = await readPolicies([LOWERING]);
    const from = Date.parse('2026-03-02T10:00:00+08:00');
    const key = { tenant: '', source: '/desk', id: '2' };
    const facts = { product: 'office-365-21vianet', severity: 'A', agreement: 'signed' };
    const mails = { assignee_email: 'ines@acme.example', team_email: 'team@acme.example' };
    const events: readonly TicketEvent[] = [
      { ...created, at: from, attributes: { ...facts, ...mails } },
      { ...answered, at: from + 12 * MINUTE },
      { type: 'updated', id: '2', at: from + 12 * MINUTE, status: 'pending' },
      { type: 'updated', id: '3', at: from + 56 * HOUR, status: 'open' },
    ];
    const breaches = obligationsOf(events, policySet([lowering!]), from + 60 * HOUR).filter(({ rung }) => !rung);
    expect(breaches.map(({ metric, at: when }) => [metric, (when - from) / MINUTE])).toEqual([
      ['periodic update', 72],
      ['requester response', 2 * 24 * 60 + 12],
    ]);
    const logged = events.map(event => ({ key, event }));
    const { report } = await played({ events: logged, dropped: [], believed: new Map() }, [lowering!]);
    expect(report).toMatchObject({ dropped: 0, stuck: 0, missed: 0, obligations: 6 });
  });

  it('is missed where the ledger knows nothing of it, or only a minute later', () => {
    const obligations = obligationsOf([created, answered], set, at + HOUR);
    const told = (late: number) =>
      obligations.map(({ metric, startedAt, round, rung, time, at: when }) => {
        const [{ channel, to }] = rung!.notify as [(typeof rung & object)['notify'][number]];
        const notification = { ticket: record.key, metric, startedAt, round, rung: rung!.id, time, channel, to };
        return owed({ ...notification, kind: kindOf(rung!) }, when + late);
      });
    expect(keptBy(obligations, record, [])).toEqual(['missed', 'missed']);
    expect(keptBy(obligations, record, told(1500))).toEqual([1500, 1500]);
    expect(keptBy(obligations, record, told(61_000))).toEqual(['missed', 'missed']);
  });
});

describe('a percentile', () => {
  it('is the least value that so large a share does not exceed', () => {
    const values = [5, 1, 4, 2, 3];
    expect([0, 0.5, 0.99, 1].map(share => percentile(values, share))).toEqual([1, 3, 5, 5]);
    expect(percentile([], 0.5)).toBe(0);
  });
});
