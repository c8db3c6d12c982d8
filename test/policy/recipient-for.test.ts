import { describe, expect, it } from 'vitest';
import type { Recipient } from '../../shared/policy/recipient.ts';
import { recipientFor, recipientsFor } from '../../shared/policy/recipient-for.ts';
import { policy } from '../policies.ts';

const email = (text: string) => ({ text });
const pager = (secret: string) => ({ provider: 'pagerduty', secret });

/** Somebody who is somebody else for payments, for the most severe, for Japan and for those who speak German. */
const DUTY: Recipient = {
  email: email('duty@example.test'),
  page: pager('duty'),
  language: 'en',
  routes: [
    { when: { team: ['payments'], severity: ['A'] }, page: pager('payments-now') },
    { when: { team: ['payments'] }, page: pager('payments'), email: email('payments@example.test') },
    { when: { plan: ['gold'], region: { not: ['apac'] } }, email: { attribute: 'manager' } },
    { when: { country: ['JP'] }, language: 'ja', zone: 'Asia/Tokyo' },
    { when: { language: ['de', 'de-AT'] }, language: 'de' },
  ],
};

const RULES = policy({ recipients: { duty: DUTY, plain: { email: email('plain@example.test') } } });

describe('a recipient', () => {
  const own = { email: email('duty@example.test'), page: pager('duty'), language: 'en' };
  it.each<[severity: string, attributes: Record<string, string>, expected: Recipient]>([
    ['C', {}, own],
    ['A', { team: 'payments' }, { ...own, page: pager('payments-now') }],
    ['B', { team: 'payments' }, { ...own, page: pager('payments'), email: email('payments@example.test') }],
    [
      'B',
      { team: 'payments', severity: 'A' },
      { ...own, page: pager('payments'), email: email('payments@example.test') },
    ],
    ['A', { team: 'search' }, own],
    ['C', { plan: 'gold', region: 'emea' }, { ...own, email: { attribute: 'manager' } }],
    ['C', { plan: 'gold' }, { ...own, email: { attribute: 'manager' } }],
    ['C', { plan: 'gold', region: 'apac' }, own],
    ['C', { country: 'JP' }, { ...own, language: 'ja', zone: 'Asia/Tokyo' }],
    [
      'C',
      { country: 'JP', team: 'payments' },
      { ...own, page: pager('payments'), email: email('payments@example.test') },
    ],
    ['C', { language: 'de-AT' }, { ...own, language: 'de' }],
  ])('of a %s ticket with %j is told as %j', (severity, attributes, expected) => {
    expect(recipientFor(RULES, 'duty', attributes, severity)).toEqual(expected);
  });

  it('without routes is told as ever, and one that is not there is not told', () => {
    expect(recipientFor(RULES, 'plain', { team: 'payments' }, 'A')).toEqual({ email: email('plain@example.test') });
    expect(recipientFor(RULES, 'nobody', {}, 'A')).toBeUndefined();
    expect(recipientFor(RULES, 'constructor', {}, 'A')).toBeUndefined();
  });

  it('is one of all of them', () => {
    expect(recipientsFor(RULES, { team: 'payments' }, 'A')).toEqual({
      duty: { ...own, page: pager('payments-now') },
      plain: { email: email('plain@example.test') },
    });
  });
});
