import type { Instant } from '../calendar/instant.ts';
import { type Clock, outcomeOf, stateOf } from '../clock/clock.ts';
import { foldAll, type Timed } from '../clock/fold.ts';
import { promiseOf } from '../clock/promise.ts';
import { asOf } from '../clock/settled.ts';
import type { Expectation, PolicyTest } from '../policy/document/policy-test.ts';
import type { Policy } from '../policy/policy.ts';
import { type PolicySet, policySet } from '../policy/policy-set.ts';
import { severityOf } from '../policy/severity.ts';

/** One thing an inline test expects of one metric's clock, and what was found. */
interface ComparedRow {
  readonly metric: string;
  readonly field: string;
  readonly expected: string;
  readonly found: string;
}

/** What came of one inline test: it passed when every row was found as expected. */
export interface TestResult {
  readonly name: string;
  readonly passed: boolean;
  readonly rows: readonly ComparedRow[];
}

/** Runs a policy's inline tests on the policy alone, and tells for every expectation what was found. */
export function runPolicyTests(policy: Policy, tests: readonly PolicyTest[]): TestResult[] {
  const policies = policySet([policy]);
  return tests.map(({ name, events, at, expect }) => {
    const happened = events.filter(event => event.at <= at);
    const told = foldAll(happened, policies);
    const timed = told && asOf(told, at, policies);
    const rows = expect.flatMap(expectation => {
      const clock = timed?.clocks.findLast(clock => clock.metric === expectation.metric);
      return compare(expectation, timed && clock && foundOf(policies, policy, timed, clock, at));
    });
    return { name, passed: rows.every(row => row.expected === row.found), rows };
  });
}

type Found = Readonly<Record<'due' | 'uncommitted' | 'state' | 'outcome' | 'severity', string>>;

function foundOf(policies: PolicySet, policy: Policy, timed: Timed, clock: Clock, at: Instant): Found | undefined {
  const promised = timed.policy && promiseOf(policies, policy, clock);
  if (promised === undefined) return undefined;
  return {
    due: instantText(clock.due ?? 'none'),
    uncommitted: String(promised.target.kind === 'uncommitted' || promised.target.kind === 'as contracted'),
    state: stateOf(clock),
    outcome: outcomeOf(clock, at),
    severity: severityOf(policy.severity, timed.ticket).applied,
  };
}

function compare({ metric, promised, ...said }: Expectation, found: Found | undefined): ComparedRow[] {
  if (!promised || found === undefined) {
    const text = (there: boolean) => (there ? 'a clock' : 'none');
    return [{ metric, field: 'clock', expected: text(promised), found: text(found !== undefined) }];
  }
  return Object.entries(said).map(([field, value]) => {
    const expected = field === 'due' ? instantText(value as Instant | 'none') : String(value);
    return { metric, field, expected, found: found[field as keyof Found] };
  });
}

const instantText = (t: Instant | 'none'): string =>
  t === 'none' ? t : new Date(t).toISOString().replace('.000Z', 'Z');
