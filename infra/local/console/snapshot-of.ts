import type { Delivery } from '../../../shared/notification/delivery.ts';
import { notificationKey } from '../../../shared/notification/notification.ts';
import { ticketKeyText } from '../../../shared/ticket/ticket-key.ts';
import { bucketLength, seriesOf } from './measure-series.ts';
import type { DeliveryView, Snapshot, TicketView } from './snapshot.ts';
import type { ConsoleSource } from './source.ts';
import { ticketView } from './ticket-view.ts';

/** How many of the latest mails and deliveries are shown, so that a page that stays open for days stays light. */
const MOST_ROWS = 300;

/** Takes snapshots of a source; a ticket is looked at anew only once its record has changed. */
export function photographer(source: ConsoleSource): () => Promise<Snapshot> {
  let known = new Map<string, TicketView>();
  return async () => {
    const [records, deliveries, mails, pages, queues] = await Promise.all([
      source.tickets(),
      source.deliveries(),
      source.mails(),
      source.pages(),
      source.queues(),
    ]);
    const now = source.now();
    const views = records.flatMap(record => {
      const before = known.get(ticketKeyText(record.key));
      const view = before?.version === record.version ? before : ticketView(record, source.policies(), now);
      return view === undefined ? [] : [view];
    });
    known = new Map(views.map(view => [view.key, view]));
    return {
      now,
      rate: source.rate(),
      tickets: views,
      mails: mails
        .toSorted((a, b) => b.at - a.at)
        .slice(0, MOST_ROWS)
        .map(({ key, at, from, to, subject }) => ({ key, at, from, to, subject })),
      pages,
      deliveries: deliveries
        .toSorted((a, b) => b.changedAt - a.changedAt)
        .slice(0, MOST_ROWS)
        .map(deliveryView),
      queues,
      series: seriesOf(source.readings(), now, bucketLength(source.rate())),
    };
  };
}

function deliveryView(delivery: Delivery): DeliveryView {
  const { notification, state, wanted, attempts, createdAt, changedAt } = delivery;
  const { ticket, metric, rung, time, channel, to, kind } = notification;
  const why = whyOf(delivery);
  return {
    key: `${ticketKeyText(ticket)}#${notificationKey(notification)}`,
    ticket: ticketKeyText(ticket),
    id: ticket.id,
    ...{ metric, rung, time, channel, to, kind, attempts, createdAt, changedAt },
    state: state === 'owed' ? UNDER_WAY[wanted] : state,
    ...(why === undefined ? {} : { detail: why }),
  };
}

const UNDER_WAY = { told: 'owed', acknowledged: 'acknowledging', resolved: 'resolving' } as const;

function whyOf({ state, held, detail, whyNot, receipt, failedOver }: Delivery): string | undefined {
  if (state === 'held' && held) return [held.why, held.detail].filter(Boolean).join(', ');
  const others = failedOver?.to.map(({ channel, to }) => `${channel} ${to}`).join(', ') || 'nobody';
  const inItsPlace = failedOver && `${others} in its place`;
  return [detail ?? whyNot ?? receipt?.said, inItsPlace].filter(Boolean).join('; ') || undefined;
}
