import type { Instant } from '../../shared/calendar/instant.ts';
import { type Delivery, VERBS } from '../../shared/notification/delivery.ts';
import { rowOf } from '../adapters/delivery-ledger.ts';
import { button } from './button.ts';
import { type Html, html } from './html.ts';
import { list } from './list.ts';
import { clockText, lengthText, type Viewer } from './viewer.ts';

/** What should have reached somebody and has not yet, the oldest first. */
export const undeliveredList = (found: readonly Delivery[], viewer: Viewer, arn: string, now: Instant): Html =>
  list(
    viewer,
    ['What', 'To', 'Waits for', 'Next look', ''],
    found.toSorted((a, b) => a.wantedAt - b.wantedAt).map(each => row(each, viewer, arn, now)),
    'Everything that was to be told has been told.',
  );

function row(delivery: Delivery, viewer: Viewer, arn: string, now: Instant) {
  const { notification, state, detail, held, wantedAt, wanted, nextActionAt } = delivery;
  const { ticket, kind, metric, channel, to } = notification;
  const { pk, sk } = rowOf(notification);
  const what = wanted === 'told' ? kind : VERBS[wanted];
  const why = state === 'held' && held !== undefined ? held.why : detail;
  return {
    urgent: channel === 'page' && state === 'retry',
    cells: [
      html`<b>${ticket.id}</b> ${what}: ${metric}<br /><small>${state}${why === undefined ? '' : `, ${why}`}</small>`,
      html`${channel} to ${to}`,
      html`${lengthText(viewer, now - wantedAt)}`,
      html`${nextActionAt === undefined ? '' : clockText(viewer, nextActionAt)}`,
      button(arn, 'Try now', `Try the ${channel} to ${to} again now?`, { do: 'redeliver', pk, sk }),
    ],
  };
}
