import { readFileSync } from 'node:fs';
import { deliveryFromItem } from '../../functions/adapters/delivery-ledger.ts';
import { synthesize } from '../../infra/local/synthesize.ts';
import { MINUTE } from '../../shared/calendar/instant.ts';
import type { Delivery } from '../../shared/notification/delivery.ts';
import { notificationKey } from '../../shared/notification/notification.ts';
import { ticketKeyText } from '../../shared/ticket/ticket-key.ts';
import { MONDAY } from '../timelines.ts';
import { type Desk, openDesk } from './desk.ts';
import { type Item, tableOf } from './table-copy.ts';

/** The minute at which every kept table stops. */
const STOPPED = 55;
const AUDIT_SLICES = 10;

/** The minute until which everything has been looked at by the audit. */
export const LONG_ENOUGH = 105;

/** The items of a table as an earlier release wrote it, by the name of its file. */
export const itemsOf = (name: string): readonly Item[] =>
  readFileSync(new URL(`../earlier/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));

/** A desk of as many shards whose table somebody else wrote, at the minute it stops. */
export async function takenOver(items: readonly Item[], shards: number): Promise<Desk> {
  const template = await synthesize({ shards, auditSlices: AUDIT_SLICES });
  const desk = await openDesk([], { template, startAt: MONDAY + STOPPED * MINUTE, idleSweeps: true });
  await tableOf(desk.machine).put(items);
  return desk;
}

/** What the audit found wrong. */
export const findings = ({ machine }: Desk): ReadonlySet<string | undefined> =>
  new Set(
    machine
      .measures()
      .filter(({ name }) => name === 'Findings')
      .map(({ dimensions }) => dimensions.finding),
  );

/** What had been told when the table stopped, each with when. */
export const told = (deliveries: readonly Delivery[]) =>
  deliveries
    .filter(({ toldAt }) => toldAt !== undefined && toldAt < MONDAY + STOPPED * MINUTE)
    .map(({ notification, toldAt, wanted }) => [
      ticketKeyText(notification.ticket),
      notificationKey(notification),
      wanted,
      toldAt,
    ])
    .toSorted();

/** The deliveries among items. */
export const deliveriesIn = (items: readonly Item[]): readonly Delivery[] =>
  items.filter(({ sk }) => sk.startsWith('DELIVERY#')).map(deliveryFromItem);
