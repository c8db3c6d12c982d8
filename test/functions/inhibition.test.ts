import { describe, expect, it } from 'vitest';
import { inhibition } from '../../functions/delivery/inhibition.ts';
import { marked } from '../../functions/intake/outage-marker.ts';
import { factsOf } from '../../shared/notification/facts.ts';
import type { Inhibition } from '../../shared/policy/inhibition.ts';
import { policySet } from '../../shared/policy/policy-set.ts';
import type { Attributes } from '../../shared/ticket/ticket-event.ts';
import type { TicketKey } from '../../shared/ticket/ticket-key.ts';
import { DUE, delivery, KEY, record } from '../notification/notices.ts';
import { policy } from '../policies.ts';
import { at, becomes } from '../timelines.ts';

const byParent: Inhibition = { by: { attribute: 'parent' }, when: {}, except: ['A'] };
const byTenant: Inhibition = { by: 'tenant', when: { type: ['outage'] }, except: [] };

/** What the gate says of a ticket, and what it read to say so, where one other open outage stands at INC9. */
async function asked(attributes: Attributes, inhibit?: readonly Inhibition[]) {
  const ours = policy(inhibit ? { inhibit } : {});
  const set = policySet([ours]);
  const reads: string[] = [];
  const other = { ...record({ type: 'outage' }, [], set), key: { ...KEY, id: 'INC9' } };
  const gate = inhibition({
    tickets: {
      async get({ id }: TicketKey) {
        reads.push(id);
        return id === 'INC9' ? other : undefined;
      },
    },
    policies: { load: async () => set },
    outages: {
      async of(tenant: string) {
        reads.push(`outages of "${tenant}"`);
        return [{ ...KEY, id: 'GONE' }, other.key];
      },
    },
  });
  const own = record(attributes, [], set);
  const facts = factsOf(delivery().notification, own, set, DUE);
  const parcel = { delivery: delivery(), record: own, policy: ours, recipient: undefined, facts, now: DUE };
  const found = await gate(parcel as Parameters<typeof gate>[0]);
  return [found === 'passes' ? found : 'held', ...reads];
}

describe('the gate of inhibition', () => {
  it.each<[string, Attributes, readonly Inhibition[] | undefined, readonly string[]]>([
    ['no rules', { parent: 'INC9' }, undefined, ['passes']],
    ['no parent', {}, [byParent], ['passes']],
    ['a severity that is told all the same', { parent: 'INC9', severity: 'A' }, [byParent], ['passes']],
    ['an outage of its own', { type: 'outage' }, [byTenant], ['passes']],
    ['a parent nobody knows', { parent: 'INC8' }, [byParent], ['passes', 'INC8']],
    ['an open parent', { parent: 'INC9' }, [byParent, byTenant], ['held', 'INC9']],
    ['an outage of its tenant', {}, [byParent, byTenant], ['held', 'outages of ""', 'GONE', 'INC9']],
  ])('with %s reads no more than it has to', async (_, attributes, inhibit, expected) => {
    expect(await asked(attributes, inhibit)).toEqual(expected);
  });
});

describe('the marker of an outage', () => {
  const set = policySet([policy({ inhibit: [byTenant] })]);
  const ordinary = record({}, [], set);
  const outage = record({ type: 'outage' }, [], set);
  const over = record({ type: 'outage' }, [at(1, becomes('solved'))], set);

  it.each([
    ['an ordinary ticket', ordinary, ordinary, false, []],
    ['a ticket that becomes one', ordinary, outage, false, ['put']],
    ['one that goes on', outage, outage, false, []],
    ['one that is over', outage, over, false, ['remove']],
    ['one whose end was overtaken by something after which it goes on', outage, outage, true, ['put']],
    ['one whose beginning was overtaken by its end', over, over, true, ['remove']],
  ] as const)('of %s is written only where it changes', async (_, before, after, written, expected) => {
    const calls: string[] = [];
    const outages = { put: async () => void calls.push('put'), remove: async () => void calls.push('remove') };
    expect(await marked(outages, before, after, set, written)).toBe(expected.length > 0);
    expect(calls).toEqual(expected);
  });
});
