import type { Instant } from '../../shared/calendar/instant.ts';
import type { Delivery } from '../../shared/notification/delivery.ts';
import type { Facts } from '../../shared/notification/facts.ts';
import { oneLine } from '../../shared/notification/one-line.ts';
import { told } from '../../shared/notification/told.ts';
import type { Wording } from '../../shared/notification/wording/wording.ts';
import { wordingFor } from '../../shared/notification/wording/wordings.ts';
import { digestPage, SHOWN_ON_PAGE } from '../../shared/paging/digest-page.ts';
import { pageMessage } from '../../shared/paging/page-message.ts';
import { hookOf } from '../../shared/paging/pager-hooks.ts';
import type { PageMessage, PagingProvider } from '../../shared/paging/paging-provider.ts';
import { providerOf } from '../../shared/paging/providers.ts';
import type { PageRoute, Recipient } from '../../shared/policy/recipient.ts';
import { pageName } from '../adapters/delivery-names.ts';
import { fingerprint } from '../adapters/fingerprint.ts';
import type { Pager } from '../adapters/pager.ts';
import type { Attemptable, Courier, Destination, Prepared } from './courier.ts';
import { pageKey } from './page-key.ts';

const NAME_LIMIT = 200;

/** What can be said of a page that was told. */
type Afterwards = { readonly action: 'acknowledge' | 'resolve'; readonly summary: string };

/** Notifications as pages: told and resolved at the same provider under the same key. */
export function byPage(pager: Pager, consoleUrl: string | undefined): Courier {
  function toldOf({ notification }: Delivery, facts: Facts, recipient: Recipient | undefined) {
    const reader = { role: notification.to, zone: recipient?.zone, consoleUrl };
    return told(facts, wordingFor(recipient?.language), reader);
  }

  function paged(delivery: Delivery, { now }: Facts, recipient: Recipient | undefined, message: PageMessage): Prepared {
    const route = recipient?.page;
    if (route === undefined) return { unknown: 'the policy has no page route for the recipient' };
    const provider = providerOf(route.provider);
    if (provider === undefined) return { unknown: `there is no paging provider ${route.provider}` };
    const language = recipient?.language;
    const order = { ...orderOf(delivery), action: 'trigger', message } as const;
    const name = hookOf(provider.name) && { name: pageName(order.key) };
    return {
      ...name,
      route: language === undefined ? route : { ...route, language },
      destination: destinationOf(provider, route),
      attempt: () => pager(provider, route, order, now),
    };
  }

  /** An order about a page that was told: it goes where that went, in the words of who read it. */
  function afterwards(
    delivery: Delivery,
    now: Instant,
    saying: (wording: Wording, ticket: string) => Afterwards,
  ): Attemptable {
    const { route } = delivery;
    const provider = route && providerOf(route.provider);
    if (route === undefined || provider === undefined)
      return { attempt: async () => ({ verdict: 'refused', detail: 'nothing is known of where the page went' }) };
    const order = orderOf(delivery);
    const said = { ...order, ...saying(wordingFor(route.language), order.ticket) };
    return { destination: destinationOf(provider, route), attempt: () => pager(provider, route, said, now) };
  }

  return {
    tell: (delivery, facts, recipient) =>
      paged(
        delivery,
        facts,
        recipient,
        pageMessage(facts, toldOf(delivery, facts, recipient), wordingFor(recipient?.language)),
      ),
    tellTogether(lead, parcels) {
      const [{ facts, recipient }] = parcels;
      const shown = parcels.slice(0, SHOWN_ON_PAGE);
      const entries = shown.map(one => ({ facts: one.facts, told: toldOf(one.delivery, one.facts, recipient) }));
      const message = digestPage(entries, parcels.length - shown.length, wordingFor(recipient?.language));
      return paged(lead, facts, recipient, message);
    },
    acknowledge: (delivery, now) =>
      afterwards(delivery, now, ({ acknowledge }) => ({ action: 'acknowledge', summary: acknowledge })),
    resolve: (delivery, now) =>
      afterwards(delivery, now, ({ metrics, resolved }, ticket) => ({
        action: 'resolve',
        summary: resolved(metrics[delivery.notification.metric], ticket),
      })),
  };
}

function destinationOf({ limit }: PagingProvider, { provider, secret, topic, url }: PageRoute): Destination {
  const id = fingerprint(JSON.stringify([provider, secret, topic, url]));
  return { id, ...(limit === undefined ? {} : { limited: { together: id, limit } }) };
}

const orderOf = ({ notification, wantedAt }: Delivery) => ({
  key: pageKey(notification),
  at: wantedAt,
  source: oneLine(notification.ticket.source, NAME_LIMIT),
  ticket: oneLine(notification.ticket.id, NAME_LIMIT),
});
