import { expect, it } from 'vitest';
import { runPolicyTests } from '../../shared/catalogue/run-policy-tests.ts';
import { parsePolicy } from '../../shared/policy/document/parse-policy.ts';
import { GOOD } from '../policy/document/good-document.ts';

function resultOf(test: string) {
  const parsed = parsePolicy(`${GOOD.slice(0, GOOD.indexOf('tests:'))}tests:\n${test}`);
  if ('faults' in parsed) throw new Error(parsed.faults.map(fault => fault.message).join('\n'));
  return runPolicyTests(parsed.policy, parsed.tests)[0]!;
}

it('an inline test that does not hold tells what it found instead', () => {
  const result = resultOf(`
  - name: a P1 is answered within the hour
    events: [ { at: 2026-03-02T10:00:00Z, created: { product: acme, severity: P1 } } ]
    expect:
      first response: { due: 2026-03-02T11:00:00Z, state: running, severity: P2 }
      resolution: none
      requester response: { state: running }
`);
  const metric = 'first response';
  expect(result.passed).toBe(false);
  expect(result.rows).toEqual([
    { metric, field: 'due', expected: '2026-03-02T11:00:00Z', found: '2026-03-02T10:30:00Z' },
    { metric, field: 'state', expected: 'running', found: 'running' },
    { metric, field: 'severity', expected: 'P2', found: 'P1' },
    { metric: 'resolution', field: 'clock', expected: 'none', found: 'a clock' },
    { metric: 'requester response', field: 'clock', expected: 'a clock', found: 'none' },
  ]);
});

it('a ticket that the policy is not for is promised nothing', () => {
  const result = resultOf(`
  - name: another product is not ours
    events: [ { at: 2026-03-02T10:00:00Z, created: { product: other, severity: P1 } } ]
    expect: { first response: none, resolution: none }
`);
  expect(result.passed).toBe(true);
});

it('an inline test sees only what had happened at the moment it looks', () => {
  const result = resultOf(`
  - name: half way through
    events:
      - { at: 2026-03-02T10:00:00Z, created: { product: acme, severity: P1 } }
      - { at: 2026-03-02T10:10:00Z, status: pending }
      - { at: 2026-03-02T10:20:00Z, reply: agent }
      - { at: 2026-03-02T10:25:00Z, set: { severity: P2 }, status: open }
      - { at: 2026-03-02T10:45:00Z, merged: "4711" }
    at: 2026-03-02T10:22:00Z
    expect:
      first response: { state: stopped, outcome: met, severity: P1 }
      resolution: { state: paused, uncommitted: true, due: none }
`);
  expect(result.rows.filter(row => row.expected !== row.found)).toEqual([]);
});

it('a merged ticket has its clocks called off', () => {
  const result = resultOf(`
  - name: merged
    events:
      - { at: 2026-03-02T10:00:00Z, created: { product: acme, severity: P1 } }
      - { at: 2026-03-02T10:45:00Z, merged: "4711" }
    expect: { first response: { state: cancelled, outcome: breached } }
`);
  expect(result.passed).toBe(true);
});
