import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromItem, toItem } from '../../functions/adapters/ticket-item.ts';
import { MINUTE } from '../../shared/calendar/instant.ts';
import { onAcknowledged, onDue, onTimeline } from '../../shared/engine.ts';
import { nextActionAt } from '../../shared/escalation/next-action.ts';
import { unknownTicket } from '../../shared/escalation/ticket-record.ts';
import { policySet } from '../../shared/policy/policy-set.ts';
import { life, POLICIES } from '../laws/lives.ts';
import { policy } from '../policies.ts';
import { at, becomes, created, MONDAY } from '../timelines.ts';

const KEY = { tenant: '', source: 'desk', id: 'T1' };
const policies = policySet(POLICIES);

it('a record is read as it was written', () => {
  fc.assert(
    fc.property(life, life, fc.nat({ max: 48 * 3600_000 }), (early, late, after) => {
      const first = onTimeline(unknownTicket(KEY), early, policies).record;
      const acted = onDue(first, MONDAY + after, policies).record;
      const renamed = late.map(event => ({ ...event, id: `late-${event.id}` }));
      const { record } = onTimeline(acted, [...early, ...renamed], policies);
      const seen = { at: MONDAY + after, by: 'Ana', via: 'link' };
      const acknowledged = [
        seen,
        { ...seen, page: 'timekeeper-1' },
        { ...seen, page: 'timekeeper-1', resolvedThere: true as const },
      ].map(said => onAcknowledged(record, said, policies, () => true).record);
      for (const each of [
        unknownTicket(KEY),
        first,
        acted,
        { ...record, version: 7, savedAt: MONDAY },
        ...acknowledged,
      ])
        expect(fromItem(KEY, unmarshall(marshall(toItem(each, 16))))).toEqual(each);
    }),
    { numRuns: 2000 },
  );
});

it('a record written in form 1 is read', () => {
  const item = {
    pk: 'TICKET##desk#T1',
    sk: 'TICKET',
    form: 1,
    version: 3,
    savedAt: MONDAY + 1,
    ticket: { createdAt: MONDAY, openedAt: MONDAY, status: 'open', attributes: {}, replied: false, unanswered: true },
    policy: ['gold', '1970-01-01'],
    last: [MONDAY, 'e1'],
    clocks: [
      { m: 0, s: 0, r: 0, d: 3600_000 },
      { m: 3, s: 0, g: [60_000, 120_000, 2], r: 9, e: 180_000, b: 170_000 },
    ],
    climbs: [
      { m: 3, s: 0, n: 1, f: [['breach', 2, 175_000]], b: [175_000, 170_000], k: [90_000, 80_000], p: 1 },
      { m: 0, s: 0, a: [176_000, 'Ana', 'link'] },
    ],
  };
  const { timed, climbs } = fromItem(KEY, item);
  expect(timed?.clocks.map(({ metric }) => metric)).toEqual(['first response', 'resolution']);
  expect(timed?.clocks[1]).toMatchObject({
    gaps: [{ from: MONDAY + 60_000, to: MONDAY + 120_000, status: 'pending' }],
    stoppedAt: MONDAY + 180_000,
    breachedAt: MONDAY + 170_000,
  });
  expect(climbs).toMatchObject([
    { metric: 'resolution', round: 1, fired: [{ rung: 'breach', times: 2 }], paging: 1 },
    { metric: 'first response', acknowledged: { at: MONDAY + 176_000, by: 'Ana', via: 'link' } },
  ]);
  expect(climbs[0]).not.toHaveProperty('acknowledged');
});

it('what was reopened under an earlier release, which owed nothing anew, is not owed now; what is reopened since is', () => {
  const usual = policySet([policy()]);
  const events = [at(0, created()), at(170, becomes('solved')), at(180, becomes('open'))];
  const acted = [165, 175].reduce(
    (record, minutes, told) =>
      onDue(onTimeline(record, events.slice(0, told + 1), usual).record, MONDAY + minutes * MINUTE, usual).record,
    unknownTicket(KEY),
  );
  const record = { ...onTimeline(acted, events, usual).record, savedAt: MONDAY + 180 * MINUTE };
  expect(record.nextActionAt).toBe(record.savedAt);
  const { climbs = [], ...item } = toItem(record, 16) as { climbs?: readonly { readonly r?: number | null }[] };
  const old = fromItem(KEY, { ...item, climbs: climbs.map(({ r: _unknown, ...climb }) => climb) });
  expect(nextActionAt(old, usual)).not.toBe(record.savedAt);
  const again = [...events, at(190, becomes('solved')), at(200, becomes('open'))];
  const since = onDue(onTimeline(old, again.slice(0, -1), usual).record, MONDAY + 195 * MINUTE, usual).record;
  expect(onTimeline(since, again, usual).record.nextActionAt).toBe(MONDAY + 200 * MINUTE);
});
