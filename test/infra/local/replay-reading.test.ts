import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { dayFirst } from '../../../infra/local/replay/day-first.ts';
import type { Log } from '../../../infra/local/replay/log.ts';
import { readEvents } from '../../../infra/local/replay/read-events.ts';
import { readIncidents } from '../../../infra/local/replay/read-incidents.ts';

const HEADER =
  'number,incident_state,sys_mod_count,made_sla,opened_at,sys_updated_at,contact_type,location,category,impact,urgency,priority,assignment_group,assigned_to,resolved_at';

interface Cells {
  readonly state: string;
  readonly count: number;
  readonly updated: string;
  readonly opened?: string;
  readonly number?: string;
  readonly priority?: string;
  readonly group?: string;
  readonly resolved?: string;
  readonly made?: string;
}

const row = ({ state, count, updated, opened = '01-02-2016 08:00', ...rest }: Cells): string => {
  const { number = 'INC1', priority = '3 - Moderate', group = 'Group 1', resolved = '?', made = 'TRUE' } = rest;
  return `${number},${state},${count},${made},${opened},${updated},Phone,?,"Mail, web",2,2,${priority},${group},?,${resolved}`;
};

const read = (lines: readonly string[], { zone = 'UTC', newline = '\n' } = {}): Promise<Log> =>
  readIncidents(Readable.from([lines.join(newline)]), dayFirst(zone));

const told = (log: Log): readonly unknown[] =>
  log.events.map(({ event: { id: _id, at, ...what } }) => [new Date(at).toISOString().slice(5, 16), what]);

describe('an incident log', () => {
  it('becomes a creation, an answer where it leaves New, and its moves', async () => {
    const log = await read([
      HEADER,
      row({ state: 'New', count: 0, updated: '01-02-2016 08:05' }),
      row({ state: 'Active', count: 1, updated: '01-02-2016 09:00', group: 'Group 2' }),
      row({ state: 'Awaiting User Info', count: 2, updated: '01-02-2016 10:00', group: 'Group 2' }),
      row({ state: 'Awaiting Vendor', count: 3, updated: '01-02-2016 11:00', group: '?' }),
      row({ state: 'Resolved', count: 4, updated: '01-02-2016 12:00', group: '?', resolved: '01-02-2016 11:30' }),
      row({ state: 'Closed', count: 5, updated: '06-02-2016 12:00', group: '?', made: 'FALSE' }),
    ]);
    const attributes = {
      desk: 'servicenow',
      severity: '3 - Moderate',
      category: 'Mail, web',
      impact: '2',
      urgency: '2',
      assignment_group: 'Group 1',
      contact_type: 'Phone',
      group_email: 'group-1@desk.example',
    };
    const group = { assignment_group: 'Group 2', group_email: 'group-2@desk.example' };
    const answer = { type: 'message', author: 'agent', public: true };
    expect(told(log)).toEqual([
      ['02-01T08:00', { type: 'created', status: 'new', attributes }],
      ['02-01T09:00', answer],
      ['02-01T09:00', { type: 'updated', status: 'open', attributes: group }],
      ['02-01T10:00', answer],
      ['02-01T10:00', { type: 'updated', status: 'pending' }],
      [
        '02-01T11:00',
        { type: 'updated', status: 'on hold', attributes: { assignment_group: null, group_email: null } },
      ],
      ['02-01T11:30', { type: 'updated', status: 'solved' }],
      ['02-06T12:00', { type: 'updated', status: 'closed' }],
    ]);
    expect([...log.believed.values()]).toEqual([{ priority: '3 - Moderate', madeSla: false }]);
  });

  it('is told in the same order whatever the order of its rows, updates of one minute by their count', async () => {
    const rows = [
      row({ state: 'New', count: 0, updated: '01-02-2016 08:05' }),
      row({ state: 'Active', count: 9, updated: '01-02-2016 09:00' }),
      row({ state: 'Awaiting Problem', count: 10, updated: '01-02-2016 09:00' }),
      row({ state: 'Active', count: 11, updated: '01-02-2016 09:00' }),
    ];
    const log = await read([HEADER, ...rows]);
    expect((await read([HEADER, ...rows.toReversed()])).events).toEqual(log.events);
    const ids = log.events.map(({ event }) => event.id);
    expect(ids).toEqual(ids.toSorted());
    expect(told(log).at(-1)).toEqual(['02-01T09:00', { type: 'updated', status: 'open' }]);
  });

  it('solves nothing before the move it follows', async () => {
    const log = await read([
      HEADER,
      row({ state: 'Active', count: 1, updated: '01-02-2016 09:00' }),
      row({ state: 'Resolved', count: 2, updated: '01-02-2016 10:00', resolved: '01-02-2016 08:30' }),
    ]);
    expect(told(log).at(-1)).toEqual(['02-01T10:00', { type: 'updated', status: 'solved' }]);
  });

  it('reads day-first local times of the zone it is told', async () => {
    const lines = [HEADER, row({ state: 'New', count: 0, opened: '03-07-2016 08:00', updated: '03-07-2016 08:00' })];
    expect(told(await read(lines, { zone: 'Europe/Berlin' }))[0]).toMatchObject(['07-03T06:00', {}]);
    expect(told(await read(lines))[0]).toMatchObject(['07-03T08:00', {}]);
    expect(() => dayFirst('Mars/Olympus')).toThrow('found "Mars/Olympus"');
  });

  it('may begin with a byte order mark and end its lines with CRLF', async () => {
    const lines = [`\uFEFF${HEADER}`, row({ state: 'New', count: 0, updated: '01-02-2016 08:05' }), ''];
    const log = await read(lines, { newline: '\r\n' });
    expect(log.dropped).toEqual([]);
    expect(log.events).toHaveLength(1);
  });

  it('loses no more than the rows that cannot be used, and says why', async () => {
    const log = await read([
      HEADER,
      row({ state: 'New', count: 0, updated: '01-02-2016 08:05' }),
      row({ state: 'Napping', count: 1, updated: '01-02-2016 09:00' }),
      row({ state: 'Active', count: 1, updated: '31-02-2016 09:00' }),
      row({ state: 'Active', count: 1, updated: '29-02-3016 09:00' }),
      row({ state: 'Active', count: 1.5, updated: '01-02-2016 09:00' }),
      row({ state: 'Active', count: 1, updated: '01-02-2016 09:00', priority: '?' }),
      'INC2,New',
      row({ state: 'Resolved', count: 2, updated: '01-02-2016 10:00' }),
    ]);
    expect(log.events).toHaveLength(3);
    expect(log.dropped.map(({ line, reason }) => `${line}: ${reason}`)).toEqual([
      '3: incident_state "Napping" is not a state this log may have',
      '4: sys_updated_at "31-02-2016 09:00" is not a time DD-MM-YYYY HH:MM',
      '5: sys_updated_at "29-02-3016 09:00" is not a time DD-MM-YYYY HH:MM',
      '6: sys_mod_count "1.5" is not a count',
      '7: priority is missing',
      expect.stringContaining('8: Invalid Record Length: columns length is 15, got 2'),
    ]);
  });

  it('cannot do without its columns', async () => {
    const reading = read(['number,opened_at', 'INC1,01-02-2016 08:00']);
    await expect(reading).rejects.toThrow(
      'the log has no column incident_state, sys_mod_count, sys_updated_at, priority; its first line is "number,opened_at"',
    );
  });
});

describe('a file of CloudEvents', () => {
  it('gives its events in the order of their times and drops the lines that are none', async () => {
    const event = (id: string, time: string) => ({
      specversion: '1.0',
      id,
      source: '/desk',
      subject: '7',
      type: 'timekeeper.ticket.message',
      time,
      data: { author: 'agent', public: true },
    });
    const late = event('b', '2026-01-05T10:00:00+01:00');
    const lines = [late, event('a', '2026-01-05T08:00:00Z')].map(one => JSON.stringify(one));
    const text = [...lines, '', 'not json', '{"id":"c"}'].join('\r\n');
    const log = await readEvents(Readable.from([text]));
    expect(log.events.map(({ key, event: { id } }) => `${key.source} ${key.id} ${id}`)).toEqual([
      '/desk 7 a',
      '/desk 7 b',
    ]);
    expect(log.dropped.map(({ line }) => line)).toEqual([4, 5]);
    expect(log.dropped[1]!.reason).toContain('/specversion found nothing');
  });
});
