import { describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '../../../shared/calendar/instant.ts';
import { parsePolicy } from '../../../shared/policy/document/parse-policy.ts';
import { faultsOf, GOOD, spoilt } from './good-document.ts';

const withGrouping = (text: string): string => spoilt('recipients:\n', `grouping: ${text}\nrecipients:\n`);

const groupingOf = (text: string) => {
  const parsed = parsePolicy(text);
  if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults));
  return parsed.policy.grouping;
};

describe('grouping in a policy document', () => {
  it.each([
    ['{ window: 1m, above: 5, never: [P1] }', { window: MINUTE, above: 5, never: ['P1'] }],
    ['{ window: PT15M, above: 1, never: P1 }', { window: 15 * MINUTE, above: 1, never: ['P1'] }],
    ['{ window: 10s, above: 100 }', { window: 10 * SECOND, above: 100, never: [] }],
  ])('%s is read', (text, expected) => {
    expect(groupingOf(withGrouping(text))).toEqual(expected);
  });

  it('is absent where nothing is said', () => {
    expect(groupingOf(GOOD)).toBeUndefined();
  });

  it.each([
    ['{ window: 16m, above: 5 }', '31:21 grouping.window: expected a time from 10s to 15m such as 1m, found "16m"'],
    ['{ window: 1m, above: 0 }', '31:32 grouping.above: expected a whole number from 1 to 100, found 0'],
    [
      '{ window: 1m, above: 5, never: [P7] }',
      '31:43 grouping.never[0]: "P7" is not a severity of this policy, which has P1, P2, P3; did you mean "P1"?',
    ],
    ['{ above: 5 }', '31:11 grouping.window: expected a time from 10s to 15m such as 1m, found nothing'],
  ])('%s is a fault', (text, fault) => {
    expect(faultsOf(withGrouping(text))).toEqual([fault]);
  });
});
