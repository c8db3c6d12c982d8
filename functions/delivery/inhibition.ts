import { type Child, inhibitedBy, mutedBy, mutes } from '../../shared/notification/inhibition.ts';
import type { Inhibition } from '../../shared/policy/inhibition.ts';
import type { TicketKey } from '../../shared/ticket/ticket-key.ts';
import type { OutageMarkers } from '../adapters/outage-markers.ts';
import type { PolicyStore } from '../adapters/policy-store.ts';
import type { TicketTable } from '../adapters/ticket-table.ts';
import type { Gate } from './gate.ts';

/** Where other tickets are looked up. */
interface Registry {
  readonly tickets: Pick<TicketTable, 'get'>;
  readonly policies: PolicyStore;
  readonly outages: Pick<OutageMarkers, 'of'>;
}

/** Holds back what people are told of by way of another ticket; a policy without such rules, and a ticket without a parent, cost no read. */
export const inhibition =
  (registry: Registry): Gate =>
  async ({ record: { key }, policy, facts, now }) => {
    const child = { key, judged: { ...facts.attributes, severity: facts.severity } };
    for (const rule of policy.inhibit ?? []) {
      const muter = await muterBy(rule, child, registry, now);
      if (muter !== undefined) return { hold: inhibitedBy(rule, muter, now) };
    }
    return 'passes';
  };

async function muterBy(
  rule: Inhibition,
  child: Child,
  { tickets, policies, outages }: Registry,
  now: number,
): Promise<TicketKey | undefined> {
  const by = mutedBy(rule, child);
  if (by === undefined) return undefined;
  for (const key of by === 'tenant' ? await outages.of(child.key.tenant) : [by]) {
    const other = await tickets.get(key);
    if (other && mutes(rule, other, child, await policies.load(other.timed?.policy), now)) return key;
  }
  return undefined;
}
