import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '../../shared/calendar/instant.ts';
import { claim } from '../../shared/notification/claim.ts';
import { concluded } from '../../shared/notification/conclusion.ts';
import { type Delivery, LEASE, type Outcome, settled } from '../../shared/notification/delivery.ts';
import { failOver } from '../../shared/notification/failover.ts';
import { suppressed, wantResolved } from '../../shared/notification/resolve.ts';
import type { Notify } from '../../shared/policy/ladder.ts';
import { type Recipients, waysBeside } from '../../shared/policy/ways.ts';
import { DUE, delivery, notification } from './notices.ts';

const mail = { text: 'somebody@example.test' };
const page = { provider: 'pagerduty', secret: 'timekeeper/pagerduty' };
const way = (text: string): Notify => {
  const [channel, to] = text.split(' to ') as ['email' | 'page', string];
  return { channel, to };
};
const ways = (...texts: readonly string[]) => texts.map(way);
const texts = (found: readonly Notify[]) => found.map(({ channel, to }) => `${channel} to ${to}`);

const RECIPIENTS: Recipients = {
  ann: { email: mail, page },
  ben: { email: mail },
  cat: { email: mail, failover: ways('page to ann', 'email to ben') },
  dan: { page, failover: ways('email to ben', 'page to cat', 'page to dan', 'email to ben') },
  eve: { email: mail, page, failover: [] },
};

describe('the ways beside one', () => {
  it.each<[string, readonly string[]]>([
    ['email to ann', ['page to ann']],
    ['page to ann', ['email to ann']],
    ['email to ben', []],
    ['email to cat', ['page to ann', 'email to ben']],
    ['page to dan', ['email to ben', 'page to cat']],
    ['email to eve', []],
    ['email to nobody', []],
  ])('%s are %j', (failed, expected) => {
    expect(texts(waysBeside(way(failed), RECIPIENTS))).toEqual(expected);
  });
});

const row = (text: string, facts: Partial<Delivery> = {}): Delivery =>
  delivery({ notification: notification(way(text)), version: 1, ...facts });
const refused = (text: string, facts: Partial<Delivery> = {}) => settled(row(text, facts), 'refused', DUE);
const retried = (text: string, nextActionAt: number) => row(text, { state: 'retry', nextActionAt });

const waitingUntil = (until: number): Partial<Delivery> => ({
  state: 'held',
  nextActionAt: until,
  held: { why: 'rate limit', until },
});

const ALONE = 2 * MINUTE;

/** Somebody in quiet hours until then, told in the place of others. */
const peace = (text: string, until: number, ...originals: readonly string[]): Delivery =>
  row(text, {
    state: 'held',
    nextActionAt: until,
    held: { why: 'quiet hours', until },
    ...(originals.length > 0 ? { standsInFor: ways(...originals) } : {}),
  });

describe('a delivery', () => {
  it.each<[string, boolean, Delivery]>([
    ['refused', true, refused('page to ann')],
    ['without a recipient', true, suppressed(row('page to ann'), 'unknown recipient', DUE)],
    ['to a suppressed address', true, suppressed(row('email to ann'), 'suppressed address', DUE)],
    ['that is answered', false, suppressed(row('page to ann'), 'answered', DUE)],
    ['tried again within two minutes', false, retried('page to ann', DUE + ALONE)],
    ['tried again later than that', true, retried('page to ann', DUE + ALONE + 1)],
    ['that is owed', false, row('page to ann')],
    ['that is told', false, settled(row('page to ann'), 'sent', DUE)],
    ['that is held', false, row('page to ann', { state: 'held' })],
    [
      'that was held until now',
      false,
      { ...retried('page to ann', DUE + 9 * MINUTE), held: { why: 'quiet hours', until: DUE + 8 * MINUTE } },
    ],
    [
      'that waited for room between its attempts',
      true,
      { ...retried('page to ann', DUE + 3 * MINUTE), held: { why: 'rate limit', until: DUE + 2 * MINUTE } },
    ],
    [
      'that was held until now, and then for want of room',
      false,
      {
        ...retried('page to ann', DUE + 9 * MINUTE),
        held: { why: 'rate limit', until: DUE + 8 * MINUTE, freeSince: DUE + 8 * MINUTE },
      },
    ],
    ['that waits for room for longer than it is tried alone', true, row('page to ann', waitingUntil(DUE + 3 * MINUTE))],
    ['that waits for room for a moment', false, row('page to ann', waitingUntil(DUE + MINUTE))],
    ['that has failed over before', false, { ...refused('page to ann'), failedOver: { at: DUE, to: [] } }],
    ['held for quiet hours', false, peace('page to ann', DUE + 60 * MINUTE)],
    ['held for a moment of quiet hours', false, peace('page to ann', DUE + MINUTE, 'email to cat')],
    ['held for quiet hours in place of another', true, peace('page to ann', DUE + 60 * MINUTE, 'email to cat')],
    ['whose resolve was refused', false, { ...refused('page to ann'), wanted: 'resolved' }],
  ])('%s fails over: %s', (_what, expected, failed) => {
    const { delivery: after, standIns } = failOver(failed, [failed], RECIPIENTS, DUE + 1);
    expect(texts(standIns.map(({ notification: told }) => told))).toEqual(expected ? texts(after.failedOver!.to) : []);
    expect(standIns.length > 0).toBe(expected);
    if (!expected) expect(after).toBe(failed);
  });

  it('has its stand-in owed from now on, under the key it would have had anyway', () => {
    const { standIns } = failOver(refused('page to ann'), [], RECIPIENTS, DUE + 1);
    expect(standIns).toEqual([
      {
        ...row('email to ann', { version: 0, createdAt: DUE + 1, changedAt: DUE + 1, wantedAt: DUE + 1 }),
        nextActionAt: DUE + 1 + LEASE,
        standsInFor: ways('page to ann'),
      },
    ]);
  });
});

describe('the next way', () => {
  const standIn = (text: string, ...originals: readonly string[]) => refused(text, { standsInFor: ways(...originals) });

  it.each<[string, readonly string[], Delivery, readonly Delivery[]]>([
    ['is the first of the list', ['page to ann'], refused('email to cat'), []],
    [
      'of a stand-in is the next of the list it stands in for',
      ['email to ben'],
      standIn('page to ann', 'email to cat'),
      [],
    ],
    ['passes those that have failed', ['email to ben'], refused('email to cat'), [refused('page to ann')]],
    [
      'passes those that fail for a while',
      ['email to ben'],
      refused('email to cat'),
      [retried('page to ann', DUE + 5 * MINUTE)],
    ],
    [
      'passes those that are in quiet hours for long',
      ['email to ben'],
      refused('email to cat'),
      [peace('page to ann', DUE + 60 * MINUTE)],
    ],
    [
      'of somebody in quiet hours is of those they stand in for, not their own',
      ['email to ben'],
      peace('page to ann', DUE + 60 * MINUTE, 'email to cat', 'page to ann'),
      [refused('email to cat')],
    ],
    ['is one that is on its way anyway', ['page to ann'], refused('email to cat'), [row('page to ann')]],
    [
      'is one that was told anyway',
      ['page to ann'],
      refused('email to cat'),
      [settled(row('page to ann'), 'sent', DUE)],
    ],
    ['is nobody at the end of the list', [], standIn('email to ben', 'email to cat'), []],
    ['never goes back', [], refused('email to ann', {}), [refused('page to ann')]],
    [
      'is found for each that it was for, once',
      ['email to ann', 'email to ben'],
      refused('page to ann', { standsInFor: ways('page to ann', 'email to cat', 'email to cat') }),
      [],
    ],
  ])('%s: %j', (_what, expected, failed, others) => {
    const { delivery: after } = failOver(failed, [failed, ...others], RECIPIENTS, DUE);
    expect(texts(after.failedOver!.to)).toEqual(expected);
  });

  it('that is asked for anyway remembers whom else it is for, and goes on for both', () => {
    const { standIns } = failOver(refused('email to cat'), [row('page to ann')], RECIPIENTS, DUE);
    expect(standIns).toMatchObject([{ version: 1, standsInFor: ways('page to ann', 'email to cat') }]);
    const both = settled(standIns[0]!, 'refused', DUE);
    expect(texts(failOver(both, [both], RECIPIENTS, DUE).delivery.failedOver!.to)).toEqual([
      'email to ann',
      'email to ben',
    ]);
  });

  it('that knows already is not written again', () => {
    const known = row('page to ann', { standsInFor: ways('email to cat') });
    expect(failOver(refused('email to cat'), [known], RECIPIENTS, DUE).standIns).toEqual([]);
  });
});

describe('the attempts a way is alone for', () => {
  const BUSY: Outcome = { verdict: 'retry', detail: 'busy' };
  const asked = (retryAfter: number): Outcome => ({ ...BUSY, retryAfter });

  /** The instants of attempts, in seconds after it was wanted, until it fails; messages are delayed by whole seconds. */
  function attempts(outcome: Outcome, jitterOf: (attempt: number) => number): readonly number[] {
    let now = DUE;
    let ledger = row('page to ann');
    const made: number[] = [];
    while (ledger.failedOver === undefined) {
      const claimed = claim(ledger, now);
      if (!('claimed' in claimed)) throw new Error(`nothing to claim: ${claimed.nothing}`);
      made.push((now - DUE) / SECOND);
      ledger = failOver(concluded(claimed.claimed, outcome, now, jitterOf(made.length)), [], RECIPIENTS, now).delivery;
      now += Math.ceil((ledger.nextActionAt! - now) / SECOND) * SECOND;
    }
    return made;
  }

  it.each<[string, readonly number[], Outcome, number]>([
    ['the last falls on two minutes', [0, 10, 30, 70, 120], BUSY, 1],
    ['by chance too', [0, 5, 15, 35, 75, 120], BUSY, 0],
    ['one alone where the provider asks for longer', [0], asked(10 * MINUTE), 1],
    ['the last falls on two minutes where the provider asks for less', [0, 65, 120], asked(55 * SECOND), 1],
  ])('%s: %j', (_what, expected, outcome, jitter) => {
    expect(attempts(outcome, () => jitter)).toEqual(expected);
  });

  it('end on two minutes whatever chance does', () => {
    const jitters = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(jitters, drawn => attempts(BUSY, attempt => drawn[attempt % 8]!).at(-1) === 120),
      { numRuns: 2000 },
    );
  });

  it('are never told of once the page is to be resolved', () => {
    const failing = retried('page to ann', DUE + ALONE + 1);
    const stopped = wantResolved({ ...failing, uncertain: true }, DUE + 1);
    expect(failOver(stopped, [], RECIPIENTS, DUE + ALONE).standIns).toEqual([]);
  });
});
