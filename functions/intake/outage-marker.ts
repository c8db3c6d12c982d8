import type { TicketRecord } from '../../shared/escalation/ticket-record.ts';
import { mutesTenant } from '../../shared/notification/inhibition.ts';
import type { PolicySet } from '../../shared/policy/policy-set.ts';
import type { OutageMarkers } from '../adapters/outage-markers.ts';

/**
 * Marks a ticket that is about to mute its tenant, and takes the mark from one that is about to mute it no longer. It comes before the
 * record is saved: a death in between is healed when the sender tries again. `written` tells that an earlier try for the same
 * events wrote already; gives whether this one or that did. Any other ticket costs nothing.
 */
export async function marked(
  outages: Pick<OutageMarkers, 'put' | 'remove'>,
  before: TicketRecord,
  after: TicketRecord,
  policies: PolicySet,
  written: boolean,
): Promise<boolean> {
  const [was, is] = [mutesTenant(before, policies), mutesTenant(after, policies)];
  if (was === is && !written) return false;
  await (is ? outages.put(after.key) : outages.remove(after.key));
  return true;
}
