import { expect, it } from 'vitest';
import { deliveryRow } from '../../../functions/commands/delivery/delivery-text.ts';
import { MINUTE } from '../../../shared/calendar/instant.ts';
import type { Delivery } from '../../../shared/notification/delivery.ts';
import { DUE, delivery } from '../../notification/notices.ts';

const later = DUE + 10 * MINUTE;

it.each<[Partial<Delivery>, string]>([
  [{}, 'owed'],
  [{ state: 'attempting', nextActionAt: later }, 'being attempted'],
  [
    { state: 'retry', attempts: 3, nextActionAt: later, detail: 'PagerDuty answered 503', uncertain: true },
    'failed 3 times, again at Mon 5 Jan 2026 09:10: PagerDuty answered 503; an attempt whose answer was lost may have arrived',
  ],
  [
    { state: 'held', nextActionAt: later, held: { why: 'silenced', until: later, detail: 'erika: we know' } },
    'held until Mon 5 Jan 2026 09:10: silenced: erika: we know',
  ],
  [{ state: 'sent', receipt: { said: 'delivered', at: DUE, reference: 'm-1' } }, 'delivered'],
  [{ state: 'sent', uncertain: true }, 'sent; an attempt whose answer was lost may have arrived'],
  [
    { state: 'sent', inPager: { state: 'resolved', at: DUE, by: 'Ana' } },
    'sent; resolved at the pager by Ana; the clock runs on',
  ],
  [
    { state: 'refused', detail: 'bounced for good', failedOver: { at: DUE, to: [{ channel: 'page', to: 'lead' }] } },
    'refused: bounced for good; page lead in its place',
  ],
  [{ state: 'refused', failedOver: { at: DUE, to: [] } }, 'refused; nobody in its place'],
  [{ state: 'suppressed', whyNot: 'answered' }, 'not told: answered'],
  [{ state: 'sent', standsInFor: [{ channel: 'email', to: 'lead' }] }, 'sent; in place of email lead'],
  [{ redelivered: { by: 'max', at: DUE } }, 'owed; asked for again by max'],
  [{ state: 'resolved' }, 'resolved'],
])('%j is told as: %s', (facts, text) => {
  expect(deliveryRow(delivery(facts), 'UTC').at(-1)).toBe(text);
});
