import { addressOf } from '../../shared/notification/address.ts';
import type { Delivery } from '../../shared/notification/delivery.ts';
import { digestMail, SHOWN_IN_MAIL } from '../../shared/notification/digest-mail.ts';
import type { Facts } from '../../shared/notification/facts.ts';
import type { Limit } from '../../shared/notification/limit.ts';
import { type MailTexts, mailTexts } from '../../shared/notification/mail.ts';
import { notificationKey } from '../../shared/notification/notification.ts';
import { told } from '../../shared/notification/told.ts';
import { wordingFor } from '../../shared/notification/wording/wordings.ts';
import type { Recipient } from '../../shared/policy/recipient.ts';
import { ticketKeyText } from '../../shared/ticket/ticket-key.ts';
import { mailName } from '../adapters/delivery-names.ts';
import { fingerprint } from '../adapters/fingerprint.ts';
import type { Mailer } from '../adapters/mailer.ts';
import type { AcknowledgeUrl } from './acknowledge-urls.ts';
import type { Courier, Prepared } from './courier.ts';

/** What it takes to mail: whoever sends, within its limit for all mails together, and where links lead. */
export interface MailRoom {
  readonly mailer: Mailer;
  readonly limit: Limit;
  readonly consoleUrl: string | undefined;
  readonly acknowledgeUrl: AcknowledgeUrl;
}

const TOGETHER = 'mail';

/** Notifications as mails, each with the link its reader acknowledges by; all mails about one ticket are one thread. */
export function byMail({ mailer, limit, consoleUrl, acknowledgeUrl }: MailRoom): Courier {
  const readerOf = ({ notification: { to } }: Delivery, recipient: Recipient | undefined) => ({
    role: to,
    zone: recipient?.zone,
    consoleUrl,
  });

  async function toldOf(delivery: Delivery, facts: Facts, recipient: Recipient | undefined) {
    const link = await acknowledgeUrl(delivery.notification, facts.now);
    const reader = { ...readerOf(delivery, recipient), acknowledgeUrl: link };
    return told(facts, wordingFor(recipient?.language), reader);
  }

  function mailed(
    { notification }: Delivery,
    { attributes, now }: Facts,
    recipient: Recipient | undefined,
    thread: string,
    texts: () => Promise<MailTexts>,
  ): Prepared {
    const found = addressOf(recipient, attributes);
    if ('unknown' in found) return found;
    const id = fingerprint(`${ticketKeyText(notification.ticket)} ${notificationKey(notification)}`);
    const head = { at: now, to: found.address, messageId: id, delivery: id, thread: fingerprint(thread) };
    return {
      name: mailName(id),
      destination: { id: fingerprint(found.address.toLowerCase()), limited: { together: TOGETHER, limit } },
      attempt: async () => mailer({ ...(await texts()), ...head }),
    };
  }

  return {
    tell: (delivery, facts, recipient) =>
      mailed(delivery, facts, recipient, ticketKeyText(delivery.notification.ticket), async () =>
        mailTexts(await toldOf(delivery, facts, recipient)),
      ),
    tellTogether(lead, parcels) {
      const [{ delivery, facts, recipient }] = parcels;
      const shown = parcels.slice(0, SHOWN_IN_MAIL);
      return mailed(lead, facts, recipient, lead.digest!.id, async () => {
        const entries = await Promise.all(
          shown.map(async one => ({ facts: one.facts, told: await toldOf(one.delivery, one.facts, recipient) })),
        );
        const reader = readerOf(delivery, recipient);
        return digestMail(entries, parcels.length - shown.length, wordingFor(recipient?.language), reader);
      });
    },
    acknowledge: () => ({ attempt: async () => ({ verdict: 'refused', detail: 'a mail cannot be acknowledged' }) }),
    resolve: () => ({ attempt: async () => ({ verdict: 'refused', detail: 'a mail cannot be taken back' }) }),
  };
}
