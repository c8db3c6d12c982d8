import { describe, expect, it } from 'vitest';
import type { TicketRecord } from '../../shared/escalation/ticket-record.ts';
import { mutedBy, mutes, mutesTenant } from '../../shared/notification/inhibition.ts';
import type { Inhibition } from '../../shared/policy/inhibition.ts';
import { policySet } from '../../shared/policy/policy-set.ts';
import type { Attributes, Happening } from '../../shared/ticket/ticket-event.ts';
import { policy } from '../policies.ts';
import { at, becomes } from '../timelines.ts';
import { DUE, KEY, record } from './notices.ts';

const byParent: Inhibition = { by: { attribute: 'parent' }, when: { type: ['outage'] }, except: ['A'] };
const byTenant: Inhibition = { by: 'tenant', when: { type: ['outage'], severity: ['A', 'B'] }, except: [] };

const child = (judged: Attributes) => ({ key: { ...KEY, id: 'CHILD' }, judged });
const parent = { ...KEY, id: 'INC1' };

describe('what may mute a ticket', () => {
  it.each([
    [byParent, { severity: 'B', parent: 'INC1' }, parent],
    [byParent, { severity: 'B', parent: 42 }, { ...KEY, id: '42' }],
    [byParent, { severity: 'A', parent: 'INC1' }, undefined],
    [byParent, { severity: 'B', parent: '' }, undefined],
    [byParent, { severity: 'B' }, undefined],
    [byTenant, { severity: 'B' }, 'tenant'],
    [byTenant, { severity: 'C', type: 'outage' }, 'tenant'],
    [byTenant, { severity: 'B', type: 'outage' }, undefined],
  ] as const)('by %j where it is %j is: %j', (rule, judged, expected) => {
    expect(mutedBy(rule, child(judged))).toEqual(expected);
  });
});

const set = policySet([policy({ inhibit: [byParent, byTenant] })]);
const OUTAGE = { type: 'outage', severity: 'B' };
const other = (attributes: Attributes, ...since: readonly Happening[]): TicketRecord => ({
  ...record(
    attributes,
    since.map((happening, index) => at(index + 1, happening)),
    set,
  ),
  key: parent,
});

/** Another ticket, and whether it mutes the child by its parent rule, and its tenant by the other. */
const OTHERS: readonly (readonly [string, TicketRecord, boolean, boolean])[] = [
  ['an open outage', other(OUTAGE), true, true],
  ['one that waits for the requester', other(OUTAGE, becomes('pending')), true, true],
  ['one that is solved', other(OUTAGE, becomes('solved')), false, false],
  ['one that is closed', other(OUTAGE, becomes('closed')), false, false],
  ['one that was deleted', other(OUTAGE, { type: 'deleted' }), false, false],
  ['one that was reopened', other(OUTAGE, becomes('solved'), becomes('open')), true, true],
  ['of another type', other({ ...OUTAGE, type: 'question' }), false, false],
  ['too mild for the tenant, as its policy sees it', other({ type: 'outage', severity: 'Z' }), true, false],
  ['the child of its own child', other({ ...OUTAGE, parent: 'CHILD' }), false, true],
  ['nothing but events yet', { key: parent, version: 1, climbs: [] }, false, false],
];

describe('another ticket', () => {
  it.each(OTHERS)('that is %s mutes as it should', (_, found, asParent, asOutage) => {
    const judged = { severity: 'B', parent: 'INC1' };
    expect(mutes(byParent, found, child(judged), set, DUE)).toBe(asParent);
    expect(mutes(byTenant, found, child(judged), set, DUE)).toBe(asOutage);
    expect(mutesTenant(found, set)).toBe(asOutage);
  });

  it('is never the ticket itself', () => {
    const itself = { ...child(OUTAGE), key: parent };
    expect(mutes(byTenant, other(OUTAGE), itself, set, DUE)).toBe(false);
    expect(mutes(byParent, other({ ...OUTAGE, parent: 'INC1' }), itself, set, DUE)).toBe(false);
  });

  it('mutes its tenant at every help desk, and where there is no tenant those of its own', () => {
    const elsewhere = { ...other(OUTAGE), key: { ...parent, source: 'other.example' } };
    const ofTenant = { ...child({ severity: 'B' }), key: { ...KEY, tenant: 'acme' } };
    const outage = { ...elsewhere, key: { ...elsewhere.key, tenant: 'acme' } };
    expect(mutes(byTenant, elsewhere, child({ severity: 'B' }), set, DUE)).toBe(false);
    expect(mutes(byTenant, outage, ofTenant, set, DUE)).toBe(true);
  });

  it('mutes no tenant where no policy says so', () => {
    expect(mutesTenant(other(OUTAGE), policySet([policy({ inhibit: [byParent] }), policy({ name: 'old' })]))).toBe(
      false,
    );
  });
});
