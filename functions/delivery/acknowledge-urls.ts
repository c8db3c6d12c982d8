import type { Instant } from '../../shared/calendar/instant.ts';
import { linkFor } from '../../shared/notification/acknowledge-link.ts';
import type { Notification } from '../../shared/notification/notification.ts';
import { acknowledgeLinks } from '../adapters/acknowledge-links.ts';
import type { Clients } from '../adapters/clients.ts';
import type { Environment } from '../adapters/environment.ts';
import { log, reasonOf } from '../adapters/log.ts';
import { secretsClient, secretsManager } from '../adapters/secrets.ts';

/** Where the reader of a notification acknowledges it; undefined where that cannot be told just now, for a notification is not to wait for it. */
export type AcknowledgeUrl = (notification: Notification, now: Instant) => Promise<string | undefined>;

/** The links of an installation whose environment says where its API is and which secret they are signed with; none elsewhere. */
export function acknowledgeUrls({ API_URL, LINK_KEY_SECRET, ...env }: Environment, clients: Clients): AcknowledgeUrl {
  if (!API_URL || !LINK_KEY_SECRET) return async () => undefined;
  const links = acknowledgeLinks(secretsManager(clients.secrets ?? secretsClient(env)), LINK_KEY_SECRET);
  return async (notification, now) => {
    try {
      return await links.urlOf(API_URL, linkFor(notification, now));
    } catch (error) {
      log('error', 'a link could not be signed', { secret: LINK_KEY_SECRET, reason: reasonOf(error) });
      return undefined;
    }
  };
}
