import { expect, it } from 'vitest';
import { readSesEvent } from '../../functions/adapters/ses-event.ts';
import type { Receipt } from '../../shared/notification/receipt.ts';
import { PARTS, sesEvent, transient } from './ses-events.ts';

const SENT = Date.UTC(2026, 0, 5, 9);

it.each<[string, object, Receipt['said'], number, string | undefined]>([
  ['Send', PARTS.send, 'accepted', 0, undefined],
  ['Delivery', PARTS.delivery, 'delivered', 5, '250 2.6.0 Message received'],
  ['Bounce', PARTS.bounce, 'bounced for good', 5, 'Permanent, General, smtp; 550 5.1.1 user unknown'],
  ['Bounce', PARTS.outOfOffice, 'auto-replied', 5, 'Transient, General'],
  ['Bounce', transient('General', { action: 'failed' }), 'bounced', 5, 'Transient, General'],
  ['Bounce', transient('MailboxFull'), 'bounced', 5, 'Transient, MailboxFull'],
  ['Bounce', transient('ContentRejected'), 'bounced', 5, 'Transient, ContentRejected'],
  ['Bounce', transient('Undetermined', {}, 'Undetermined'), 'bounced', 5, 'Undetermined, Undetermined'],
  ['Complaint', PARTS.complaint, 'complained', 5, 'abuse'],
  ['Reject', PARTS.reject, 'rejected', 0, 'Bad content'],
  ['DeliveryDelay', PARTS.delay, 'delayed', 5, 'MailboxFull, smtp; 452 mailbox full'],
])('an event %s %j says that a mail is %s', (type, part, said, seconds, detail) => {
  expect(readSesEvent(sesEvent(type, part))).toEqual({
    delivery: 'a1b2',
    address: 'Somebody@Example.test',
    receipt: { said, at: SENT + seconds * 1000, reference: 'ses-1', ...(detail && { detail }) },
  });
});

it.each([
  ['of a kind we do not ask for', sesEvent('Open', { open: {} })],
  ['about a mail without our tag', sesEvent('Send', PARTS.send, { tags: {} })],
  ['that is no event', '{}'],
  ['that is no JSON', 'hello'],
])('an event %s is not read', (_what, body) => {
  expect(() => readSesEvent(body)).toThrow();
});

it('says in one line what a far server said', () => {
  const bouncedRecipients = [{ emailAddress: 'a@b.example', diagnosticCode: `smtp; 550\r\n${'no '.repeat(500)}` }];
  const { receipt } = readSesEvent(sesEvent('Bounce', { bounce: { ...PARTS.bounce.bounce, bouncedRecipients } }));
  expect(receipt.detail).toMatch(/^Permanent, General, smtp; 550 no no .{200,300}…$/);
});
