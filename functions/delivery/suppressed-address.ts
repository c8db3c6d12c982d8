import { addressOf } from '../../shared/notification/address.ts';
import type { SuppressionList } from '../adapters/suppression-list.ts';
import type { Gate } from './gate.ts';

/** Lets no mail through to an address that sent one back for good, or complained. */
export const suppressedAddress =
  (list: SuppressionList): Gate =>
  async ({ delivery, recipient, facts }) => {
    if (delivery.notification.channel !== 'email') return 'passes';
    const found = addressOf(recipient, facts.attributes);
    const suppressed = 'address' in found ? await list.get(found.address) : undefined;
    return suppressed === undefined ? 'passes' : { whyNot: 'suppressed address', detail: suppressed.why };
  };
