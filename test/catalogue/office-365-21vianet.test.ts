import { describe, expect, it } from 'vitest';
import { explain } from '../../shared/clock/explanation.ts';
import { foldAll } from '../../shared/clock/fold.ts';
import type { TicketEvent } from '../../shared/ticket/ticket-event.ts';
import { type Cell, explained, keeps, shipped } from './promises.ts';

const policies = shipped('office-365-21vianet');
const ticket = (facts: object = {}) => ({ product: 'office-365-21vianet', agreement: 'signed', ...facts });

/** Tuesday, 17 February 2026: New Year's Day of the Spring Festival, with everything else in China closed. */
const HOLIDAY = '2026-02-17T10:00+08:00';
const NIGHT = '2026-02-17T03:00+08:00';

describe('the table of initial response times (o365-21vianet)', () => {
  it.each<Cell>([
    ['A: within 1 hour', ticket({ severity: 'A' }), HOLIDAY, 'due 2026-02-17T11:00+08:00'],
    ['B: within 1 working day', ticket({ severity: 'B' }), HOLIDAY, 'due 2026-02-18T10:00+08:00'],
    ['C: within 3 working days', ticket({ severity: 'C' }), HOLIDAY, 'due 2026-02-20T10:00+08:00'],
    [
      'A, note 2: not without a signed agreement',
      ticket({ severity: 'A', agreement: 'draft' }),
      HOLIDAY,
      'due 2026-02-18T10:00+08:00',
    ],
    [
      'A, note 2: not for billing, whose hours are those of China',
      ticket({ severity: 'A', category: 'billing' }),
      HOLIDAY,
      'due 2026-02-25T09:00+08:00',
    ],
    [
      'B for a subscription, in the hours of China',
      ticket({ severity: 'B', category: 'subscription' }),
      '2026-02-13T10:00+08:00',
      'due 2026-02-14T10:00+08:00',
    ],
    [
      'C for billing, three days of work',
      ticket({ severity: 'C', category: 'billing' }),
      '2026-02-13T10:00+08:00',
      'due 2026-02-25T10:00+08:00',
    ],
    ['before a sale nothing is promised', ticket({ category: 'pre-sales' }), '2026-02-13T10:00+08:00', 'uncommitted'],
  ])('%s', (...cell) => keeps(policies, cell));

  it.each<Cell>([
    ['A follow-up: continuous until solved', ticket({ severity: 'A' }), NIGHT, 'due 2026-02-17T04:00+08:00'],
    ['B follow-up: a reasonable frequency', ticket({ severity: 'B' }), HOLIDAY, 'uncommitted'],
    ['C follow-up: a reasonable frequency', ticket({ severity: 'C' }), HOLIDAY, 'uncommitted'],
  ])('%s', (...cell) => keeps(policies, cell, 'periodic update'));
});

describe('working hours', () => {
  it.each<Cell>([
    ['A: 24x7', ticket({ severity: 'A' }), NIGHT, 'due 2026-02-17T04:00+08:00'],
    ['B: from 09:00 on, on a holiday', ticket({ severity: 'B' }), NIGHT, 'due 2026-02-18T09:00+08:00'],
    [
      'C: from 09:00 on, on a Sunday',
      ticket({ severity: 'C' }),
      '2026-03-01T03:00+08:00',
      'due 2026-03-04T09:00+08:00',
    ],
    [
      'B: until 24:00, which is a real end of a day',
      ticket({ severity: 'B' }),
      '2026-03-01T23:59+08:00',
      'due 2026-03-02T23:59+08:00',
    ],
    [
      'billing: Monday to Friday in China',
      ticket({ severity: 'C', category: 'billing' }),
      '2026-03-07T10:00+08:00',
      'due 2026-03-12T09:00+08:00',
    ],
    [
      'pre-sales: Monday to Friday, local hours',
      ticket({ category: 'pre-sales', time_zone: 'Asia/Urumqi' }),
      '2026-03-07T10:00+06:00',
      'uncommitted, opens 2026-03-09T09:00+06:00',
    ],
  ])('%s', (...cell) => keeps(policies, cell));

  it('B and C are closed at night, and open at nine', () => {
    const { clocks, contact } = explained(policies, ticket({ severity: 'B' }), NIGHT);
    expect(clocks[0]?.opensAt).toBe(Date.parse('2026-02-17T09:00+08:00'));
    expect(contact?.phone).toEqual(['(86) 400-089-0365']);
  });
});

describe('a customer who does not answer', () => {
  const at = (time: string) => Date.parse(`2026-03-02T${time}+08:00`);
  const life: readonly TicketEvent[] = [
    { type: 'created', id: '1', at: at('10:00'), status: 'new', attributes: ticket({ severity: 'A' }) },
    { type: 'message', id: '2', at: at('10:30'), author: 'agent', public: true },
    { type: 'updated', id: '3', at: at('10:30'), status: 'pending' },
  ];
  const severityAt = (now: string, events: readonly TicketEvent[] = life) =>
    explain(foldAll(events, policies)!, at(now), policies).severity;
  const because = 'the customer did not answer within a reasonable time';

  it('has the severity lowered by one when the answer was due, and the reason is kept', () => {
    expect(severityAt('14:29')).toMatchObject({ applied: 'A', adjustments: [] });
    expect(severityAt('14:30')).toEqual({
      requested: 'A',
      applied: 'B',
      adjustments: [{ from: 'A', to: 'B', because }],
    });
  });

  it('is promised updates no longer, as of that moment', () => {
    const { clocks } = explain(foldAll(life, policies)!, at('15:00'), policies);
    expect(clocks.find(({ metric }) => metric === 'periodic update')?.target).toBe('uncommitted');
  });

  it('gets it back when an answer arrives late that was given in time', () => {
    const answer: TicketEvent = { type: 'message', id: '4', at: at('14:30'), author: 'requester', public: true };
    expect(severityAt('20:00', [...life, answer])?.applied).toBe('A');
    expect(severityAt('20:00', [...life, { ...answer, at: at('14:30') + 1 }])?.applied).toBe('B');
  });

  it('loses one step each time', () => {
    const again: readonly TicketEvent[] = [
      { type: 'updated', id: '4', at: at('16:00'), status: 'open' },
      { type: 'updated', id: '5', at: at('17:00'), status: 'pending' },
    ];
    const { severity } = explain(foldAll([...life, ...again], policies)!, at('17:00') + 3 * 86_400_000, policies);
    expect(severity?.applied).toBe('C');
    expect(severity?.adjustments.map(({ to }) => to)).toEqual(['B', 'C']);
  });

  it('starts anew with another severity asked for', () => {
    const raised = [
      { type: 'updated', id: '4', at: at('15:00'), attributes: { severity: 'C' } },
      { type: 'updated', id: '5', at: at('15:01'), attributes: { severity: 'A' } },
    ] as const;
    expect(severityAt('23:00', [...life, ...raised])?.applied).toBe('A');
  });
});
