import { addressOf } from '../../shared/notification/address.ts';
import { mailTexts } from '../../shared/notification/mail.ts';
import { notificationKey } from '../../shared/notification/notification.ts';
import { told } from '../../shared/notification/told.ts';
import { wordingFor } from '../../shared/notification/wording/wordings.ts';
import { ticketKeyText } from '../../shared/ticket/ticket-key.ts';
import { mailName } from '../adapters/delivery-names.ts';
import { fingerprint } from '../adapters/fingerprint.ts';
import type { Mailer } from '../adapters/mailer.ts';
import type { Courier } from './one-attempt.ts';

/** Notifications as mails; all mails about one ticket are one thread. */
export const byMail = (mailer: Mailer, consoleUrl: string | undefined): Courier => ({
  tell({ notification }, facts, recipient) {
    const found = addressOf(recipient, facts.attributes);
    if ('unknown' in found) return found;
    const reader = { role: notification.to, zone: recipient?.zone, consoleUrl };
    const thread = ticketKeyText(notification.ticket);
    const id = fingerprint(`${thread} ${notificationKey(notification)}`);
    const mail = {
      ...mailTexts(told(facts, wordingFor(recipient?.language), reader)),
      at: facts.now,
      to: found.address,
      messageId: id,
      delivery: id,
      thread: fingerprint(thread),
    };
    return { name: mailName(id), attempt: () => mailer(mail) };
  },
  resolve: () => ({ attempt: async () => ({ verdict: 'refused', detail: 'a mail cannot be taken back' }) }),
});
