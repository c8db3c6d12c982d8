import type { Delivery } from '../../shared/notification/delivery.ts';
import { notificationKey } from '../../shared/notification/notification.ts';
import { oneLine } from '../../shared/notification/one-line.ts';
import { told } from '../../shared/notification/told.ts';
import { wordingFor } from '../../shared/notification/wording/wordings.ts';
import { pageMessage } from '../../shared/paging/page-message.ts';
import { providerOf } from '../../shared/paging/providers.ts';
import { ticketKeyText } from '../../shared/ticket/ticket-key.ts';
import { fingerprint } from '../adapters/fingerprint.ts';
import type { Pager } from '../adapters/pager.ts';
import type { Courier } from './one-attempt.ts';

const NAME_LIMIT = 200;

/** Notifications as pages: told and resolved at the same provider under the same key. */
export const byPage = (pager: Pager, consoleUrl: string | undefined): Courier => ({
  tell(delivery, facts, recipient) {
    const route = recipient?.page;
    if (route === undefined) return { unknown: 'the policy has no page route for the recipient' };
    const provider = providerOf(route.provider);
    if (provider === undefined) return { unknown: `there is no paging provider ${route.provider}` };
    const language = recipient?.language;
    const reader = { role: delivery.notification.to, zone: recipient?.zone, consoleUrl };
    const message = pageMessage(facts, told(facts, wordingFor(language), reader));
    const order = { ...orderOf(delivery), action: 'trigger', message } as const;
    const paged = language === undefined ? route : { ...route, language };
    return { route: paged, attempt: () => pager(provider, route, order, facts.now) };
  },
  resolve(delivery, now) {
    const { route } = delivery;
    const provider = route && providerOf(route.provider);
    if (route === undefined || provider === undefined)
      return { attempt: async () => ({ verdict: 'refused', detail: 'nothing is known of where the page went' }) };
    const order = orderOf(delivery);
    const { metrics, resolved } = wordingFor(route.language);
    const summary = resolved(metrics[delivery.notification.metric], order.ticket);
    return { attempt: () => pager(provider, route, { ...order, action: 'resolve', summary }, now) };
  },
});

const orderOf = ({ notification, wantedAt }: Delivery) => ({
  key: `timekeeper-${fingerprint(`${ticketKeyText(notification.ticket)} ${notificationKey(notification)}`)}`,
  at: wantedAt,
  source: oneLine(notification.ticket.source, NAME_LIMIT),
  ticket: oneLine(notification.ticket.id, NAME_LIMIT),
});
