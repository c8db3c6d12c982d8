import { deliveryKey, type ItemKey, ticketItemKey } from '../../adapters/item-keys.ts';
import { UsageError } from '../complaint.ts';

const TICKET = ticketItemKey({ tenant: '', source: '', id: '' }).pk.split('#')[0]!;
const PARTS_OF_A_TICKET = 3;
const PARTS = 10;

/** The key of a delivery as people copy it from one command to the next: `/desk/T1/resolution/…`; no shell means anything by it. */
export const deliveryName = ({ pk, sk }: ItemKey): string =>
  [...pk.split('#').slice(1), ...sk.split('#').slice(1)].map(escaped).join('/');

/** The key that `deliveryName` wrote; a UsageError for any other text. */
export function keyOfDelivery(name: string): ItemKey {
  const parts = name.split('/').map(decoded);
  if (parts.length < PARTS || parts.includes(undefined))
    throw new UsageError(`KEY: found "${name}", expected one that timekeeper deliveries lists`);
  return {
    pk: [TICKET, ...parts.slice(0, PARTS_OF_A_TICKET)].join('#'),
    sk: deliveryKey(parts.slice(PARTS_OF_A_TICKET).join('#')),
  };
}

const escaped = (part: string): string =>
  encodeURIComponent(part).replace(/[!'()*]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
