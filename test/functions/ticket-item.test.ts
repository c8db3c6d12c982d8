import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromItem, toItem } from '../../functions/adapters/ticket-item.ts';
import { onDue, onTimeline } from '../../shared/engine.ts';
import { unknownTicket } from '../../shared/escalation/ticket-record.ts';
import { policySet } from '../../shared/policy/policy-set.ts';
import { life, POLICIES } from '../laws/lives.ts';
import { MONDAY } from '../timelines.ts';

const KEY = { tenant: '', source: 'desk', id: 'T1' };
const policies = policySet(POLICIES);

it('a record is read as it was written', () => {
  fc.assert(
    fc.property(life, life, fc.nat({ max: 48 * 3600_000 }), (early, late, after) => {
      const first = onTimeline(unknownTicket(KEY), early, policies).record;
      const acted = onDue(first, MONDAY + after, policies).record;
      const renamed = late.map(event => ({ ...event, id: `late-${event.id}` }));
      const { record } = onTimeline(acted, [...early, ...renamed], policies);
      for (const each of [unknownTicket(KEY), first, acted, { ...record, version: 7, savedAt: MONDAY }])
        expect(fromItem(KEY, unmarshall(marshall(toItem(each, 16))))).toEqual(each);
    }),
    { numRuns: 2000 },
  );
});
