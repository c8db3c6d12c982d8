import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claim } from '../../shared/notification/claim.ts';
import { concluded } from '../../shared/notification/conclusion.ts';
import type { Delivery, Outcome } from '../../shared/notification/delivery.ts';
import { failOver } from '../../shared/notification/failover.ts';
import { notificationKey } from '../../shared/notification/notification.ts';
import { CHANNELS, type Notify } from '../../shared/policy/ladder.ts';
import type { Recipient } from '../../shared/policy/recipient.ts';
import { type Recipients, sameWay, waysBeside } from '../../shared/policy/ways.ts';
import { DUE, delivery, notification } from './notices.ts';

const NAMES = ['ann', 'ben', 'cat', 'dan'];
const EVERY: readonly Notify[] = NAMES.flatMap(to => CHANNELS.map(channel => ({ channel, to })));

const some = fc.subarray([...EVERY], { minLength: 1 }).chain(ways => fc.shuffledSubarray(ways, { minLength: 1 }));
const recipient: fc.Arbitrary<Recipient> = fc.record(
  {
    email: fc.constant({ text: 'somebody@example.test' }),
    page: fc.constant({ provider: 'pagerduty', secret: 'key' }),
    failover: fc.oneof(some, fc.constant([])),
  },
  { requiredKeys: [] },
);
const people: fc.Arbitrary<Recipients> = fc
  .tuple(recipient, recipient, recipient, recipient)
  .map(all => Object.fromEntries(all.map((facts, index) => [NAMES[index]!, facts])));

const OUTCOMES: readonly Outcome[] = [
  { verdict: 'sent' },
  { verdict: 'refused', detail: 'no' },
  { verdict: 'retry', detail: 'busy' },
];
/** What is asked of whom, and how every way answers, in the order of EVERY. */
interface Scene {
  readonly recipients: Recipients;
  readonly asked: readonly Notify[];
  readonly answers: readonly Outcome[];
}

const hour: fc.Arbitrary<Scene> = fc.record({
  recipients: people,
  asked: some,
  answers: fc.array(fc.constantFrom(...OUTCOMES), { minLength: EVERY.length, maxLength: EVERY.length }),
});

const wayOf = ({ notification: { channel, to } }: Delivery): Notify => ({ channel, to });

/** Every row that a firing leads to, until all of them are told or have failed. */
function outcomeOf({ recipients, asked, answers }: Scene): readonly Delivery[] {
  const answer = (way: Notify) => answers[EVERY.findIndex(each => sameWay(each, way))]!;
  let rows: readonly Delivery[] = asked.map(way => delivery({ notification: notification(way), version: 1 }));
  let now = DUE;
  let attempts = 0;
  const put = (row: Delivery) => {
    rows = [...rows.filter(other => !sameWay(other.notification, row.notification)), { ...row, version: 1 }];
  };
  for (;;) {
    const open = rows.filter(({ nextActionAt, failedOver }) => nextActionAt !== undefined && !failedOver);
    const next = open.toSorted((a, b) => a.nextActionAt! - b.nextActionAt!)[0];
    if (next === undefined) return rows;
    now = Math.max(now, next.state === 'owed' ? now : next.nextActionAt!);
    const claimed = claim(next, now);
    if (!('claimed' in claimed)) throw new Error(claimed.nothing);
    const after = failOver(concluded(claimed.claimed, answer(wayOf(next)), now, 0.5), rows, recipients, now);
    after.standIns.forEach(put);
    put(after.delivery);
    attempts += 1;
    expect(attempts).toBeLessThan(EVERY.length * 10);
  }
}

describe('in a bad hour', () => {
  it('every way is one row, whoever stands in for whom, and it comes to an end', () => {
    fc.assert(
      fc.property(hour, scene => {
        const keys = outcomeOf(scene).map(({ notification: told }) => notificationKey(told));
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('nobody stands in for themselves unless they were asked, and nobody is told without having been asked or named', () => {
    fc.assert(
      fc.property(hour, scene => {
        for (const row of outcomeOf(scene)) {
          const isAsked = scene.asked.some(way => sameWay(way, wayOf(row)));
          for (const original of row.standsInFor ?? []) {
            if (sameWay(original, wayOf(row))) expect(isAsked).toBe(true);
            else expect(waysBeside(original, scene.recipients)).toContainEqual(wayOf(row));
          }
          expect(isAsked || (row.standsInFor ?? []).length > 0).toBe(true);
        }
      }),
    );
  });

  it('somebody is told for each that was asked, unless every way beside it fails as well', () => {
    fc.assert(
      fc.property(hour, scene => {
        const rows = outcomeOf(scene);
        const isTold = (way: Notify) => rows.some(row => row.state === 'sent' && sameWay(row.notification, way));
        for (const original of scene.asked) {
          const ways = [original, ...waysBeside(original, scene.recipients)];
          const canTell = ways.some(
            way => scene.answers[EVERY.findIndex(each => sameWay(each, way))]!.verdict === 'sent',
          );
          expect(ways.some(isTold)).toBe(canTell);
        }
      }),
    );
  });
});
