import { type Notification, notificationKey } from '../../shared/notification/notification.ts';
import { ticketKeyText } from '../../shared/ticket/ticket-key.ts';
import { fingerprint } from '../adapters/fingerprint.ts';

/** The name by which a provider knows the page of a notification, and no other page. */
export const pageKey = (notification: Notification): string =>
  `timekeeper-${fingerprint(`${ticketKeyText(notification.ticket)} ${notificationKey(notification)}`)}`;

/** Whether a name can be that of one of our pages. */
export const isPageKey = (name: string): boolean => /^timekeeper-[0-9a-f]{40}$/.test(name);
