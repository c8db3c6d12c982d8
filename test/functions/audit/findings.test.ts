import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ticketFindings } from '../../../functions/audit/findings.ts';
import { onDue, onTimeline } from '../../../shared/engine.ts';
import { unknownTicket } from '../../../shared/escalation/ticket-record.ts';
import { policySet } from '../../../shared/policy/policy-set.ts';
import { life, POLICIES } from '../../laws/lives.ts';
import { MONDAY } from '../../timelines.ts';

const KEY = { tenant: '', source: 'desk', id: 'T1' };
const policies = policySet(POLICIES);

it('nothing is wrong with a ticket that was acted on whenever that was due, whatever time alone has brought', () => {
  let acted = 0;
  fc.assert(
    fc.property(life, fc.integer({ min: 0, max: 100 * 3600_000 }), (events, after) => {
      let record = onTimeline(unknownTicket(KEY), events, policies).record;
      const now = Math.max(record.timed!.last.at, MONDAY + after);
      while (record.nextActionAt !== undefined && record.nextActionAt <= now) {
        record = onDue(record, Math.max(record.nextActionAt, record.timed!.last.at), policies).record;
        acted += 1;
      }
      expect(ticketFindings(record, events, policies, now)).toEqual([]);
    }),
    { numRuns: 2000 },
  );
  expect(acted).toBeGreaterThan(1000);
});
