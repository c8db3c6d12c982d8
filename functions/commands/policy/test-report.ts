import { EARLIEST } from '../../../shared/calendar/instant.ts';
import { runPolicyTests, type TestResult } from '../../../shared/catalogue/run-policy-tests.ts';
import type { PolicyTest } from '../../../shared/policy/document/policy-test.ts';
import type { Policy } from '../../../shared/policy/policy.ts';
import { columns, counted } from '../columns.ts';

/** What comes of a policy's inline tests whatever the date of its edition: a new date must not fail the tests of what stayed the same. */
export const testResults = (policy: Policy, tests: readonly PolicyTest[]): readonly TestResult[] =>
  runPolicyTests({ ...policy, effectiveFrom: EARLIEST }, tests);

/** Inline tests as lines: a mark and a name each, and under those that failed, or under all, what was expected and what was found. */
export function testReport(results: readonly TestResult[], all: boolean): readonly string[] {
  const failed = results.filter(({ passed }) => !passed).length;
  const lines = results.flatMap(({ name, passed, rows }) => {
    const told = rows.map(({ metric, field, expected, found }) => [
      expected === found ? ' ' : '✗',
      metric,
      field,
      expected,
      found,
    ]);
    const table = columns([['', '', '', 'expected', 'found'], ...told], '    ');
    return [`${passed ? '✓' : '✗'} ${name}`, ...(passed && !all ? [] : table)];
  });
  const sum =
    failed === 0
      ? `${counted(results.length, 'test')} passed`
      : `${failed} of ${counted(results.length, 'test')} failed`;
  return [...lines, sum];
}
