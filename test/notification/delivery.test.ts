import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND } from '../../shared/calendar/instant.ts';
import { backoff } from '../../shared/notification/backoff.ts';
import { claim } from '../../shared/notification/claim.ts';
import { concluded } from '../../shared/notification/conclusion.ts';
import { type Delivery, LEASE, type Outcome } from '../../shared/notification/delivery.ts';
import { held } from '../../shared/notification/hold.ts';
import { suppressed, wantResolved } from '../../shared/notification/resolve.ts';
import { DUE, delivery, notification } from './notices.ts';

const LATER = DUE + LEASE;
const attempting = (facts: Partial<Delivery> = {}) =>
  delivery({ state: 'attempting', attempting: 'told', attempts: 1, ...facts });
const SENT: Outcome = { verdict: 'sent', reference: 'incident-1' };
const BUSY: Outcome = { verdict: 'retry', detail: 'busy' };
const LOST: Outcome = { verdict: 'retry', detail: 'no answer', uncertain: true };
const REFUSED: Outcome = { verdict: 'refused', detail: 'bad key' };

describe('a claim', () => {
  it.each<[string, Delivery, number, object]>([
    ['takes what is owed, however soon', delivery(), DUE, { claimed: { state: 'attempting', attempts: 1 } }],
    [
      'leaves a retry until its time',
      delivery({ state: 'retry', nextActionAt: LATER }),
      LATER - 2 * SECOND,
      { nothing: 'not yet' },
    ],
    [
      'takes a retry a second early, as queues count',
      delivery({ state: 'retry', nextActionAt: LATER }),
      LATER - SECOND,
      { claimed: {} },
    ],
    ['leaves what somebody is attempting', attempting(), LATER - 1, { nothing: 'being attempted' }],
    [
      'takes over from the dead, who may have been heard',
      attempting(),
      LATER,
      { claimed: { attempts: 2, uncertain: true } },
    ],
    ['leaves what is settled', delivery({ state: 'sent' }), LATER, { nothing: 'settled' }],
    ['leaves what was refused', delivery({ state: 'refused' }), LATER, { nothing: 'settled' }],
    ['leaves what was suppressed', delivery({ state: 'suppressed' }), LATER, { nothing: 'settled' }],
    ['leaves what was resolved', delivery({ state: 'resolved' }), LATER, { nothing: 'settled' }],
  ])('%s', (_what, row, now, expected) => {
    expect(claim(row, now)).toMatchObject(expected);
  });
});

describe('the end of an attempt', () => {
  it.each<[string, Delivery, Outcome, object]>([
    ['sent settles it', attempting(), SENT, { state: 'sent', toldAt: DUE, reference: 'incident-1' }],
    ['refused settles it with the reason', attempting(), REFUSED, { state: 'refused', detail: 'bad key' }],
    ['a failure for now is tried again', attempting(), BUSY, { state: 'retry', nextActionAt: DUE + 10 * SECOND }],
    ['a lost answer is remembered', attempting(), LOST, { state: 'retry', uncertain: true }],
    [
      'a resolve that was taken is the end',
      attempting({ wanted: 'resolved', attempting: 'resolved' }),
      SENT,
      { state: 'resolved' },
    ],
    [
      'a clock that stopped meanwhile is resolved next',
      attempting({ wanted: 'resolved' }),
      SENT,
      { state: 'owed', wanted: 'resolved', attempts: 0 },
    ],
    [
      'a clock that stopped meanwhile is resolved when the answer was lost',
      attempting({ wanted: 'resolved' }),
      LOST,
      { state: 'owed', wanted: 'resolved' },
    ],
    [
      'a clock that stopped meanwhile leaves nothing when it was not taken',
      attempting({ wanted: 'resolved' }),
      BUSY,
      { state: 'suppressed', whyNot: 'answered' },
    ],
    [
      'a clock that stopped meanwhile leaves a refusal',
      attempting({ wanted: 'resolved' }),
      REFUSED,
      { state: 'refused' },
    ],
  ])('%s', (_what, row, outcome, expected) => {
    const after = concluded(row, outcome, DUE, 1);
    expect(after).toMatchObject(expected);
    expect(after.nextActionAt === undefined).toBe(['sent', 'refused', 'suppressed', 'resolved'].includes(after.state));
  });

  it('is an error where nobody attempted anything', () => {
    expect(() => concluded(delivery(), SENT, DUE, 0)).toThrow('owed has no attempt');
  });

  it('a day after it was first wanted, and not before, nobody tries again', () => {
    const now = DUE + DAY;
    const patient: Outcome = { ...BUSY, retryAfter: 2 * HOUR };
    expect(concluded(attempting({ attempts: 99 }), patient, now - 1, 0)).toMatchObject({
      nextActionAt: now - 1 + 2 * HOUR,
    });
    expect(concluded(attempting({ attempts: 99 }), BUSY, now, 0)).toMatchObject({
      state: 'refused',
      detail: 'gave up after 99 attempts: busy',
    });
  });

  it('what was held back for a day, and had to wait its turn then, is tried for a day from then on', () => {
    const now = DUE + DAY;
    const paused = held(delivery(), { why: 'paused', until: now }, DUE);
    const waits = held(paused, { why: 'rate limit', until: now + MINUTE }, now);
    const again = held(waits, { why: 'rate limit', until: now + 2 * MINUTE }, now + MINUTE);
    expect(concluded(attempting({ held: again.held! }), BUSY, now + 2 * MINUTE, 0)).toMatchObject({ state: 'retry' });
  });
});

describe('the wait between attempts', () => {
  it.each([
    [1, 0, undefined, 5 * SECOND],
    [1, 1, undefined, 10 * SECOND],
    [2, 1, undefined, 20 * SECOND],
    [5, 0.5, undefined, 120 * SECOND],
    [50, 1, undefined, 15 * MINUTE],
    [1, 0, 30 * SECOND, 30 * SECOND],
    [1, 0.5, 30 * SECOND, 35 * SECOND],
    [50, 0, 30 * SECOND, 7.5 * MINUTE],
  ])('after attempt %d with chance %d and the wish %s is %d ms', (attempts, jitter, retryAfter, expected) => {
    expect(backoff(attempts, jitter, retryAfter)).toBe(expected);
  });
});

describe('a page whose clock has stopped', () => {
  it.each<[string, Delivery, object]>([
    ['is not told any more', delivery(), { state: 'suppressed', whyNot: 'answered' }],
    ['is not tried again', delivery({ state: 'retry' }), { state: 'suppressed' }],
    [
      'is resolved when it may have been told',
      delivery({ state: 'retry', uncertain: true }),
      { state: 'owed', wanted: 'resolved' },
    ],
    [
      'is resolved after the attempt under way',
      attempting(),
      { state: 'attempting', attempting: 'told', wanted: 'resolved' },
    ],
    [
      'is resolved when it was told',
      delivery({ state: 'sent' }),
      { state: 'owed', wanted: 'resolved', wantedAt: LATER, attempts: 0 },
    ],
    ['stays refused', delivery({ state: 'refused' }), { state: 'refused', wanted: 'told' }],
    [
      'is resolved where it was refused after an attempt that may have been heard',
      delivery({ state: 'refused', uncertain: true }),
      { state: 'owed', wanted: 'resolved' },
    ],
    ['stays resolved', delivery({ state: 'resolved', wanted: 'resolved' }), { state: 'resolved' }],
  ])('%s', (_what, row, expected) => {
    const { nextActionAt, ...known } = row;
    const before = ['sent', 'refused', 'resolved'].includes(row.state) ? known : row;
    expect(wantResolved(before, LATER)).toMatchObject(expected);
    expect(nextActionAt).toBe(DUE + LEASE);
  });

  it('asked for twice changes nothing more', () => {
    const once = wantResolved(delivery({ state: 'sent' }), LATER);
    expect(wantResolved(once, LATER + 1)).toBe(once);
  });
});

describe('a notification nobody wants any more', () => {
  it('is suppressed with the reason', () => {
    expect(suppressed(delivery(), 'unknown recipient', LATER, 'no address')).toMatchObject({
      state: 'suppressed',
      whyNot: 'unknown recipient',
      detail: 'no address',
    });
  });

  it('is resolved when a page may have rung for it', () => {
    expect(suppressed(attempting(), 'cancelled', LATER)).toMatchObject({ state: 'owed', wanted: 'resolved' });
  });

  it('is left alone as a mail, which cannot be taken back', () => {
    const mail = attempting({ notification: notification({ channel: 'email' }) });
    expect(suppressed(mail, 'cancelled', LATER)).toMatchObject({ state: 'suppressed', whyNot: 'cancelled' });
  });
});
