import { CHANNELS, type Channel, type Notify } from './ladder.ts';
import type { Recipient } from './recipient.ts';

/** Who can be told under a policy, by name. */
export type Recipients = Readonly<Record<string, Recipient>>;

/** Whether two are the same way to the same recipient. */
export const sameWay = (a: Notify, b: Notify): boolean => a.channel === b.channel && a.to === b.to;

/** Whether a recipient is told that way, if only of some tickets. */
const isToldBy = (recipient: Recipient | undefined, channel: Channel): boolean =>
  recipient !== undefined && [recipient, ...(recipient.routes ?? [])].some(manner => manner[channel] !== undefined);

/**
 * The ways to go, one after the other, where a way to a recipient fails: those its policy names, else the recipient's own other
 * channel; the failed way itself is never among them, and none is there twice.
 */
export function waysBeside(failed: Notify, recipients: Recipients): readonly Notify[] {
  const recipient = recipients[failed.to];
  const own = CHANNELS.filter(channel => isToldBy(recipient, channel)).map(channel => ({ channel, to: failed.to }));
  const ways = recipient?.failover ?? own;
  return ways.filter(
    (way, index) => !sameWay(way, failed) && ways.findIndex(earlier => sameWay(earlier, way)) === index,
  );
}
