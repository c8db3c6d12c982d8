import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../shared/calendar/instant.ts';
import { heard, type InPager } from '../../shared/notification/in-pager.ts';
import { DUE, delivery } from './notices.ts';

const told = delivery({ state: 'sent', version: 2 });
const NOW = DUE + 60 * MINUTE;
const having = (events: readonly InPager[]) => events.reduce((row, event) => heard(row, event, NOW), told);

const event: fc.Arbitrary<InPager> = fc.record({
  state: fc.constantFrom('ringing' as const, 'acknowledged' as const, 'resolved' as const),
  at: fc.integer({ min: DUE, max: DUE + 5 }),
  by: fc.constantFrom('Ana', 'Ben'),
});

describe('what a pager says of a page', () => {
  it('comes to the same in whatever order and however often it comes', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (events, draws) => {
        const doubled = [...events, ...events];
        const mixed = doubled
          .map(each => ({ each, place: draws.next().value as number }))
          .toSorted((a, b) => a.place - b.place)
          .map(({ each }) => each);
        expect(having(mixed)).toEqual(having(events));
      }),
    );
  });

  it('is its latest word', () => {
    const acknowledged = { state: 'acknowledged', at: DUE + 1, by: 'Ana' } as const;
    const ringing = { state: 'ringing', at: DUE + 2, by: 'PagerDuty' } as const;
    expect(having([ringing, acknowledged]).inPager).toEqual(ringing);
    expect(having([acknowledged, ringing]).inPager).toEqual(ringing);
  });

  it('is the furthest it says where it does not say when', () => {
    const resolved = { state: 'resolved', at: DUE + 1, by: 'Ana', untimed: true } as const;
    const acknowledged = { ...resolved, state: 'acknowledged', at: DUE + 2 } as const;
    expect(having([resolved, acknowledged]).inPager).toEqual({ state: 'resolved', at: DUE + 1, by: 'Ana' });
    expect(having([acknowledged, resolved]).inPager).toMatchObject({ state: 'resolved' });
  });

  it('changes nothing else of the delivery, and says that the clock runs on', () => {
    const inPager = { state: 'resolved', at: DUE + 1, by: 'Ana' } as const;
    expect(having([inPager])).toEqual({
      ...told,
      inPager,
      changedAt: NOW,
      detail: 'resolved at the pager by Ana; the clock runs on',
    });
  });
});
