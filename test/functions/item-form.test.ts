import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readable } from '../../functions/adapters/item-form.ts';
import { toItem } from '../../functions/adapters/ticket-item.ts';
import { onAcknowledged, onDue, onTimeline } from '../../shared/engine.ts';
import { unknownTicket } from '../../shared/escalation/ticket-record.ts';
import { policySet } from '../../shared/policy/policy-set.ts';
import { life, POLICIES } from '../laws/lives.ts';
import { MONDAY } from '../timelines.ts';

const KEY = { tenant: '', source: 'desk', id: 'T1' };
const policies = policySet(POLICIES);

/**
 * All that a ticket's item may say in form 1 below its own attributes. Earlier releases drop what they do not know there, so a name that is not
 * among these makes a new form.
 */
const FORM_1 = {
  ticket: [
    'createdAt',
    'openedAt',
    'status',
    'attributes',
    'replied',
    'unanswered',
    'solvedAt',
    'gone',
    'contract',
    'lowered',
  ],
  clocks: ['m', 's', 'g', 'p', 'e', 'c', 'r', 'd', 'b', 'x', 'h', 'k', 'u'],
  climbs: ['m', 's', 'n', 'f', 'b', 'k', 'p', 'c', 'r', 'a'],
};

describe('an item', () => {
  it('is read in any form up to ours, and one without a form is as old as any', () => {
    for (const item of [
      { pk: 'P', sk: 'S' },
      { pk: 'P', sk: 'S', form: 1 },
    ])
      expect(readable(item)).toBe(item);
  });

  it('in a later form is refused in a sentence that says what to do', () => {
    expect(() => readable({ pk: 'TICKET##desk#T1', sk: 'TICKET', form: 2 })).toThrow(
      'TICKET##desk#T1 TICKET was written in form 2 by a later release, and this one reads forms up to 1: deploy the later one again',
    );
  });

  it('of a ticket says nothing in form 1 that the first release of form 1 could not keep', () => {
    const said = { ticket: new Set<string>(), clocks: new Set<string>(), climbs: new Set<string>() };
    fc.assert(
      fc.property(life, fc.nat({ max: 48 * 3600_000 }), (events, after) => {
        const first = onTimeline(unknownTicket(KEY), events, policies).record;
        const acted = onDue(first, MONDAY + after, policies).record;
        const seen = { at: MONDAY + after, by: 'Ana', via: 'link' };
        const { ticket, clocks, climbs } = toItem(onAcknowledged(acted, seen, policies, () => true).record, 16);
        for (const [name, parts] of Object.entries({
          ticket: [ticket ?? {}],
          clocks: clocks ?? [],
          climbs: climbs ?? [],
        }))
          for (const part of parts as readonly object[])
            for (const key of Object.keys(part)) said[name as keyof typeof said].add(key);
      }),
      { numRuns: 300 },
    );
    for (const [name, known] of Object.entries(FORM_1))
      expect(
        [...said[name as keyof typeof said]].filter(key => !known.includes(key)),
        name,
      ).toEqual([]);
    expect(said.clocks.size).toBeGreaterThan(9);
  });
});
