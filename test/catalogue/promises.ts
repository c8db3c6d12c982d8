import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { type ClockExplanation, explain } from '../../shared/clock/explanation.ts';
import { foldAll } from '../../shared/clock/fold.ts';
import type { MetricName } from '../../shared/metric/metrics.ts';
import { formatFaults } from '../../shared/policy/document/format-faults.ts';
import { parsePolicy } from '../../shared/policy/document/parse-policy.ts';
import { type PolicySet, policySet } from '../../shared/policy/policy-set.ts';
import type { Contract } from '../../shared/ticket/contract.ts';
import type { Attributes } from '../../shared/ticket/ticket-event.ts';

/** Policies of the catalogue, by the names of their files. */
export const shipped = (...names: readonly string[]): PolicySet =>
  policySet(
    names.map(name => {
      const text = readFileSync(new URL(`../../shared/catalogue/${name}.yaml`, import.meta.url), 'utf8');
      const parsed = parsePolicy(text);
      if ('faults' in parsed) throw new Error(formatFaults(parsed.faults, text, name));
      return parsed.policy;
    }),
  );

/** What is explained about a ticket at the moment it is created, given as a text with its offset; `contract` is its customer's. */
export function explained(policies: PolicySet, attributes: Attributes, created: string, contract?: Contract) {
  const at = Date.parse(created);
  const granted = contract && { granted: { attributes: {}, contract } };
  const timed = foldAll([{ type: 'created', id: '1', at, status: 'new', attributes, ...granted }], policies);
  return explain(timed!, at, policies);
}

/** A cell of a table: a ticket, when it was created, and what must come of it, instants with the offset they are read in. */
export type Cell = readonly [name: string, attributes: Attributes, created: string, expected: string];

/** Checks a cell: `due …`, `uncommitted`, `uncommitted, opens …`, or `nothing` where no promise is made. */
export function keeps(
  policies: PolicySet,
  [, attributes, created, expected]: Cell,
  metric: MetricName = 'first response',
  contract?: Contract,
): void {
  const clock = explained(policies, attributes, created, contract).clocks.find(each => each.metric === metric);
  const offset = expected.match(/([+-]\d\d:\d\d|Z)$/)?.[1] ?? 'Z';
  expect(clock === undefined ? 'nothing' : outcome(clock, offset)).toBe(expected);
}

function outcome({ due, opensAt }: ClockExplanation, offset: string): string {
  if (due !== undefined) return `due ${written(due, offset)}`;
  return opensAt === undefined ? 'uncommitted' : `uncommitted, opens ${written(opensAt, offset)}`;
}

function written(t: number, offset: string): string {
  const [hours = 0, minutes = 0] = offset === 'Z' ? [] : offset.slice(1).split(':').map(Number);
  const ahead = (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
  return new Date(t + ahead).toISOString().slice(0, 16) + offset;
}
