import { type Delivery, type Tried, VERBS } from '../../../shared/notification/delivery.ts';
import { inPagerText } from '../../../shared/notification/in-pager.ts';
import type { Notify } from '../../../shared/policy/ladder.ts';
import { rowOf } from '../../adapters/delivery-ledger.ts';
import { momentText } from '../explain/moment.ts';
import { deliveryName } from './delivery-name.ts';

/** One delivery as a row of cells: when it was wanted, of which ticket and what, to whom, and how it stands. */
export function deliveryRow(delivery: Delivery, zone: string): readonly string[] {
  const { ticket, metric, rung, time } = delivery.notification;
  return [
    momentText(delivery.wantedAt, zone),
    `${ticket.id} (${ticket.source})`,
    `${metric} ${rung}${time > 1 ? `, time ${time}` : ''}`,
    wayText(delivery.notification),
    [standingText(delivery, zone), ...asides(delivery)].join('; '),
  ];
}

/** What there is to know of a delivery beside its row: its key, and what came of each attempt that is kept. */
export const deliveryDetails = (delivery: Delivery, zone: string): readonly string[] => [
  `key ${deliveryName(rowOf(delivery.notification))}`,
  ...(delivery.tried ?? []).map(tried => triedText(tried, zone)),
  ...(delivery.receipt === undefined
    ? []
    : [`${momentText(delivery.receipt.at, zone)}  ${because(delivery.receipt.said, delivery.receipt.detail)}`]),
];

/** How a delivery stands, in a few words. */
function standingText(
  { state, receipt, whyNot, held, detail, attempts, nextActionAt }: Delivery,
  zone: string,
): string {
  switch (state) {
    case 'owed':
      return 'owed';
    case 'attempting':
      return 'being attempted';
    case 'retry':
      return because(`failed ${attempts} times, again at ${momentText(nextActionAt!, zone)}`, detail);
    case 'held':
      return because(`held until ${momentText(nextActionAt!, zone)}: ${held?.why}`, held?.detail);
    case 'sent':
      return receipt?.said ?? 'sent';
    case 'refused':
      return because('refused', detail);
    case 'suppressed':
      return because(`not told: ${whyNot}`, detail);
    case 'resolved':
      return 'resolved';
  }
}

function asides({ failedOver, standsInFor, inPager, redelivered, uncertain }: Delivery): readonly string[] {
  return [
    ...(uncertain ? ['an attempt whose answer was lost may have arrived'] : []),
    ...(inPager === undefined ? [] : [inPagerText(inPager)]),
    ...(standsInFor === undefined ? [] : [`in place of ${standsInFor.map(wayText).join(', ')}`]),
    ...(failedOver === undefined ? [] : [`${failedOver.to.map(wayText).join(', ') || 'nobody'} in its place`]),
    ...(redelivered === undefined ? [] : [`asked for again by ${redelivered.by}`]),
  ];
}

const triedText = ({ at, for: wish, verdict, detail }: Tried, zone: string): string =>
  `${momentText(at, zone)}  ${because(wish === 'told' ? verdict : `${VERBS[wish]} ${verdict}`, detail)}`;

const wayText = ({ channel, to }: Notify): string => `${channel} ${to}`;

const because = (text: string, why: string | undefined): string => (why === undefined ? text : `${text}: ${why}`);
