import type { Instant } from '../calendar/instant.ts';
import { GIVE_UP_AFTER } from './backoff.ts';
import { type Delivery, settled, UNSETTLED } from './delivery.ts';
import { triedSince } from './failover.ts';

/**
 * What a mail service says of a mail it was given, in the order it may say so: it took it, its recipient's server will not have it just
 * yet, it was answered by a machine, it is there; and that it is lost: it came back though the next may not, it came back for good, it
 * was not let out, its reader took it for spam.
 */
const SAID = [
  'accepted',
  'delayed',
  'auto-replied',
  'delivered',
  'bounced',
  'bounced for good',
  'rejected',
  'complained',
] as const;

/** What a mail service said last of a mail. */
export interface Receipt {
  readonly said: (typeof SAID)[number];
  readonly at: Instant;
  /** The service's own name of the mail. */
  readonly reference: string;
  /** Why, in words that are safe to show. */
  readonly detail?: string;
}

/** Whether nobody was told after all, so that the same mail is not to be sent again. */
export function isLost({ said }: Receipt): boolean {
  switch (said) {
    case 'bounced':
    case 'bounced for good':
    case 'rejected':
    case 'complained':
      return true;
    case 'accepted':
    case 'delayed':
    case 'auto-replied':
    case 'delivered':
      return false;
  }
}

/** Whether it says that no mail should go to its address any more. */
export const suppressesAddress = ({ said }: Receipt): boolean => said === 'bounced for good' || said === 'complained';

/**
 * The delivery after its mail service said something of it; the same where that is known, is about an earlier mail, or was overtaken
 * by something said later. A mail whose answer was lost counts as sent once the service speaks of it. What is said while an attempt is
 * under way can only be taken in after it.
 */
export function received(delivery: Delivery, receipt: Receipt, now: Instant): Delivery | 'being attempted' {
  const { state, reference, receipt: last } = delivery;
  if (reference !== undefined && reference !== receipt.reference) return delivery;
  if (last !== undefined && !isLater(receipt, last)) return delivery;
  if (state === 'attempting') return receipt.said === 'accepted' ? delivery : 'being attempted';
  const heard: Delivery = { ...delivery, receipt, changedAt: now };
  const wasTaken = UNSETTLED.includes(state) && reference === undefined;
  const taken = wasTaken ? { ...settled(heard, 'sent', now), reference: receipt.reference, toldAt: receipt.at } : heard;
  if (!isTold(taken) || !isLost(receipt) || isOldNews(taken, receipt)) return taken;
  const { whyNot: _grouped, ...rest } = settled(taken, 'refused', now);
  return { ...rest, detail: [receipt.said, receipt.detail].filter(Boolean).join(': ') };
}

/** Whether its reader had it, and complains after others would have been told for the last time: they are not told of it any more. */
const isOldNews = (delivery: Delivery, { said, at }: Receipt): boolean =>
  said === 'complained' && at > triedSince(delivery) + GIVE_UP_AFTER;

/** Whether a mail told it: its own, or that of a digest. */
const isTold = ({ state, whyNot }: Delivery): boolean =>
  state === 'sent' || (state === 'suppressed' && whyNot === 'grouped');

const isLater = (a: Receipt, b: Receipt): boolean =>
  a.at > b.at || (a.at === b.at && SAID.indexOf(a.said) > SAID.indexOf(b.said));
