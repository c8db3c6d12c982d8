import type { Duration, Instant } from '../../shared/calendar/instant.ts';
import type { PolicyRef } from '../../shared/ticket/policy-ref.ts';
import { parseTicketKey, type TicketKey, ticketKeyText } from '../../shared/ticket/ticket-key.ts';

/** The key of an item of the table. */
export interface ItemKey {
  readonly pk: string;
  readonly sk: string;
}

/** Whether two keys are those of one item. */
export const isSameItem = (a: ItemKey, b: ItemKey): boolean => a.pk === b.pk && a.sk === b.sk;

const TICKET = 'TICKET';

/** Where a ticket's record is; its events and deliveries share the `pk`. */
export const ticketItemKey = (key: TicketKey): ItemKey => ({ pk: `${TICKET}#${ticketKeyText(key)}`, sk: TICKET });

/** Whose item it is. */
export const ticketKeyOf = ({ pk }: Pick<ItemKey, 'pk'>): TicketKey => parseTicketKey(pk.slice(TICKET.length + 1));

/** Where an event of a ticket is: by its id alone, so that the same id is found whatever time it claims. */
export const eventKey = (id: string): string => `EVENT#${id}`;

/** Where a delivery of a ticket is, by its notification's key. */
export const deliveryKey = (notificationKey: string): string => `DELIVERY#${notificationKey}`;

/** Where it stands which delivery has a name. */
export const nameKey = (name: string): ItemKey => ({ pk: name, sk: 'NAME' });

/** Where it stands that a pager told an event. */
export const hookEventKey = (pager: string, id: string): ItemKey => ({ pk: `HOOK#${pager}#${id}`, sk: 'HOOK' });

/** Where the editions of all policies are. */
export const POLICY_PART = 'POLICY';

/** Where it is counted how often an edition was applied or withdrawn. */
export const POLICY_REVISION: ItemKey = { pk: 'POLICY REVISION', sk: 'POLICY REVISION' };

/** Where an edition of a policy is. */
export const policyItemKey = ({ name, edition }: PolicyRef): ItemKey => ({ pk: POLICY_PART, sk: `${name}#${edition}` });

/** Where an entitlement of a customer is, by the instant it is valid from. */
export const entitlementKey = (tenant: string, customer: string, from: Instant): ItemKey => ({
  pk: `ENTITLEMENT#${[tenant, customer].map(part => part.replace(/[%#]/g, encodeURIComponent)).join('#')}`,
  sk: new Date(from).toISOString(),
});

/** Where all silences are. */
export const SILENCE_PART = 'SILENCE';

/** Where a silence is: in the order they end, so that those that are over are not read. */
export const silenceKey = (to: Instant, id: string): ItemKey => ({
  pk: SILENCE_PART,
  sk: `${new Date(to).toISOString()}#${id}`,
});

/** Where it is marked that a ticket mutes the others of its tenant. */
export const outageKey = (ticket: TicketKey): ItemKey => ({
  pk: `OUTAGE#${encodeURIComponent(ticket.tenant)}`,
  sk: ticketKeyText(ticket),
});

/** Where all addresses are that no mail goes to. */
export const SUPPRESSED_PART = 'SUPPRESSED';

/** Where an address is that no mail goes to, however it is written. */
export const suppressedKey = (address: string): ItemKey => ({ pk: SUPPRESSED_PART, sk: address.toLowerCase() });

/** Where it is counted how many notifications a window of time has for one destination. */
export const windowKey = (destination: string, window: Duration, ordinal: number): ItemKey => ({
  pk: `DIGEST#${destination}#${window}#${ordinal}`,
  sk: 'WINDOW',
});

/** Names a digest of a window, of which there are as many as it takes. */
export const digestId = ({ pk }: ItemKey, part: number): string => `${pk}#${part}`;

/** Where it stands who leads a digest; those in it are beside it. */
export const digestKey = (id: string): ItemKey => ({ pk: id, sk: 'DIGEST' });

/** The beginning of the keys of those in a digest. */
export const MEMBER = 'MEMBER#';

/** Where it stands that a delivery is in a digest. */
export const memberKey = (digest: string, { pk, sk }: ItemKey): ItemKey => ({ pk: digest, sk: `${MEMBER}${pk}#${sk}` });

/** Where it is counted what a destination was asked in a slot of time; slots of one destination are in their order. */
export const rateKey = (destination: string, slot: number): ItemKey => ({
  pk: `RATE#${destination}`,
  sk: String(slot).padStart(15, '0'),
});

/** Where it stands until when a destination is not to be asked: after all its slots. */
export const closedKey = (destination: string): ItemKey => ({ pk: `RATE#${destination}`, sk: 'CLOSED' });

/** What kind of thing an index row is about: a ticket, or the channel of a delivery. */
export function kindOfItem({ sk }: Pick<ItemKey, 'sk'>): 'ticket' | 'email' | 'page' {
  if (sk === TICKET) return 'ticket';
  return sk.split('#')[6] === 'page' ? 'page' : 'email';
}

/** Whose work an item makes: its tenant's, or its help desk's where there is one tenant only. */
export function crowdOf({ pk }: Pick<ItemKey, 'pk'>): string {
  const [part, tenant, source] = pk.split('#');
  return `${part}#${tenant || source}`;
}

/** Which of the index's partitions an item is in: any even spread will do, and it must never change. */
export function shardOf(pk: string, shards: number): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < pk.length; index += 1) hash = Math.imul(hash ^ pk.charCodeAt(index), 0x01000193);
  return String((hash >>> 0) % shards);
}
