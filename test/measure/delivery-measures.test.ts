import { expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../shared/calendar/instant.ts';
import { deliveryMeasures } from '../../shared/measure/delivery-measures.ts';
import { claim } from '../../shared/notification/claim.ts';
import { concluded } from '../../shared/notification/conclusion.ts';
import { type Delivery, type Outcome, settled, type WhyHeld } from '../../shared/notification/delivery.ts';
import { held } from '../../shared/notification/hold.ts';
import { suppressed } from '../../shared/notification/resolve.ts';
import { DUE, delivery } from '../notification/notices.ts';

const before = delivery();
const after = (outcome: Outcome): Delivery => {
  const found = claim(before, DUE);
  if (!('claimed' in found)) throw new Error(found.nothing);
  return concluded(found.claimed, outcome, DUE + MINUTE, 0);
};
const heldBy = (why: WhyHeld): Delivery => held(before, { why, until: before.wantedAt + 10 * MINUTE }, DUE);
const refused = after({ verdict: 'refused', detail: 'no' });

it.each<[string, Delivery, Delivery, readonly string[]]>([
  ['told at the first attempt', before, after({ verdict: 'sent' }), ['Deliveries 1', 'Attempts 1', 'FailedAttempts 0']],
  [
    'tried in vain',
    before,
    after({ verdict: 'retry', detail: 'busy' }),
    ['Deliveries 1', 'Attempts 1', 'FailedAttempts 1', 'Undelivered 65000'],
  ],
  ['refused', before, refused, ['Deliveries 1', 'Attempts 1', 'FailedAttempts 1', 'Refusals 1']],
  [
    'refused, so that another is told',
    before,
    { ...refused, failedOver: { at: DUE, to: [{ channel: 'email', to: 'ann' }] } },
    ['Deliveries 1', 'Attempts 1', 'FailedAttempts 1', 'Refusals 1', 'FailOvers 1'],
  ],
  [
    'refused, and nobody else is left',
    before,
    { ...refused, failedOver: { at: DUE, to: [] } },
    ['Deliveries 1', 'Attempts 1', 'FailedAttempts 1', 'Refusals 1'],
  ],
  [
    'met by a standstill',
    before,
    after({ verdict: 'retry', detail: 'quota', standstill: true }),
    ['Deliveries 1', 'Attempts 1', 'FailedAttempts 1', 'Undelivered 65000', 'Standstills 1'],
  ],
  ['held for want of room', before, heldBy('rate limit'), ['Deliveries 1', 'Undelivered 600000']],
  ['held for a digest', before, heldBy('grouped'), ['Deliveries 1', 'Undelivered 600000']],
  [
    'held for want of room after a pause of an hour',
    before,
    held(
      held(before, { why: 'paused', until: DUE + HOUR }, DUE),
      { why: 'rate limit', until: DUE + HOUR + MINUTE },
      DUE + HOUR,
    ),
    ['Deliveries 1', 'Undelivered 60000'],
  ],
  ['held as somebody wishes', before, heldBy('quiet hours'), ['Deliveries 1']],
  ['held before its page is resolved', before, { ...heldBy('rate limit'), wanted: 'resolved' }, ['Deliveries 1']],
  ['not wanted any more', before, suppressed(before, 'answered', DUE), ['Deliveries 1']],
  [
    'known to have bounced since',
    settled(after({ verdict: 'sent' }), 'sent', DUE),
    { ...after({ verdict: 'sent' }), state: 'refused' },
    ['Deliveries 1', 'Refusals 1'],
  ],
])('a delivery that was %s is counted as such', (_what, from, to, expected) => {
  const told = from === before ? to : { ...to, tried: from.tried! };
  expect(deliveryMeasures(from, told).map(({ name, value }) => `${name} ${value}`)).toEqual(expected);
});
