import { describe, expect, it } from 'vitest';
import { policySet } from '../../shared/policy/policy-set.ts';
import { severityOf } from '../../shared/policy/severity.ts';
import { judgedAttributes, rowFor } from '../../shared/policy/target-row.ts';
import { policy, row } from '../policies.ts';

describe('the target row of a ticket', () => {
  const plan = policy({
    targets: [
      row(),
      row({ when: { severity: ['A'] } }),
      row({ when: { severity: ['A'], plan: ['gold', 'silver'] } }),
      row({ metric: 'resolution', when: { plan: ['gold'] } }),
    ],
  });

  it.each([
    [{}, 0],
    [{ severity: 'A' }, 1],
    [{ severity: 'A', plan: 'silver' }, 2],
    [{ severity: 'B', plan: 'gold' }, 0],
    [{ severity: 'Z' }, 0],
  ])('of %j is the one that says most about it', (attributes, expected) => {
    expect(rowFor(plan, 'first response', judgedAttributes(plan, { attributes }))).toBe(expected);
  });

  it('may be none', () => {
    expect(rowFor(plan, 'resolution', judgedAttributes(plan, { attributes: { plan: 'tin' } }))).toBeUndefined();
  });
});

describe('the severity that counts', () => {
  const rules = {
    set: ['A', 'B', 'C'],
    fallback: 'C',
    derive: [{ when: { impact: ['high'] }, severity: 'A', because: 'the impact is high' }],
    cap: [{ when: { category: ['billing'] }, severity: 'B', because: 'billing is at most B' }],
  };

  it.each([
    [{}, 'C', []],
    [{ severity: 'B' }, 'B', []],
    [{ severity: 'P1' }, 'C', ['P1 is not a severity of this policy']],
    [{ severity: 'C', impact: 'high' }, 'A', ['the impact is high']],
    [{ severity: 'A', category: 'billing' }, 'B', ['billing is at most B']],
    [{ severity: 'C', category: 'billing' }, 'C', []],
    [{ severity: 'C', impact: 'high', category: 'billing' }, 'B', ['the impact is high', 'billing is at most B']],
  ])('of %j is %s, with every reason', (attributes, applied, reasons) => {
    const found = severityOf(rules, { attributes });
    expect([found.applied, found.adjustments.map(({ because }) => because)]).toEqual([applied, reasons]);
  });
});

describe('the policy of a ticket', () => {
  const old = policy({
    name: 'gold',
    edition: '2025-01-01',
    effectiveFrom: Date.UTC(2025, 0),
    match: { plan: ['gold'] },
  });
  const recent = { ...old, edition: '2026-01-01', effectiveFrom: Date.UTC(2026, 0) };
  const rest = policy({ name: 'rest' });
  const vip = policy({ name: 'vip', match: { vip: ['true'] }, precedence: 10 });
  const set = policySet([recent, old, rest, vip]);

  it.each([
    ['the edition in effect when it was opened', { plan: 'gold' }, Date.UTC(2025, 6), undefined, 'gold 2025-01-01'],
    ['the newer one from its first instant on', { plan: 'gold' }, Date.UTC(2026, 0), undefined, 'gold 2026-01-01'],
    ['another one before any edition is in effect', { plan: 'gold' }, Date.UTC(2024, 0), undefined, 'rest 1970-01-01'],
    ['the one it is pinned to', { plan: 'gold' }, Date.UTC(2026, 6), old, 'gold 2025-01-01'],
    ['the one of highest precedence', { plan: 'gold', vip: true }, Date.UTC(2026, 6), undefined, 'vip 1970-01-01'],
  ])('is %s', (_name, attributes, openedAt, pinned, expected) => {
    const found = set.match(attributes, openedAt, pinned && [pinned]);
    expect(`${found?.name} ${found?.edition}`).toBe(expected);
  });

  it('may be none', () => {
    expect(policySet([old]).match({ plan: 'tin' }, Date.UTC(2026, 0))).toBeUndefined();
  });
});
