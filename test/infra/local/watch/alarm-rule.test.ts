import { describe, expect, it } from 'vitest';
import { type AlarmRule, stateBy } from '../../../../infra/local/watch/alarm-rule.ts';

/** From 1 on, in three of the last three. */
const RULE: AlarmRule = {
  threshold: 1,
  comparison: 'GreaterThanOrEqualToThreshold',
  datapoints: 3,
  periods: 3,
  missing: 'notBreaching',
};

/** The points of CloudWatch's tables: X breaches, 0 does not, - is missing. */
const pointsOf = (text: string) => [...text].map(sign => (sign === '-' ? undefined : Number(sign === 'X')));

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html, the two tables. */
describe('an alarm that needs', () => {
  it.each([
    ['0-X-X', 'OK', 'OK'],
    ['0----', 'OK', 'OK'],
    ['-----', 'ALARM', 'OK'],
    ['0XX-X', 'ALARM', 'ALARM'],
    ['--X--', 'ALARM', 'OK'],
  ] as const)(
    'three of three stands by %s at %s where silence breaches, and at %s where it does not',
    (text, loud, calm) => {
      expect(stateBy({ ...RULE, missing: 'breaching' }, pointsOf(text))).toBe(loud);
      expect(stateBy(RULE, pointsOf(text))).toBe(calm);
    },
  );

  it.each([
    ['0-X-X', 'ALARM', 'ALARM'],
    ['00X0X', 'ALARM', 'ALARM'],
    ['0-X--', 'ALARM', 'OK'],
    ['----0', 'ALARM', 'OK'],
    ['---X-', 'ALARM', 'OK'],
  ] as const)(
    'two of three stands by %s at %s where silence breaches, and at %s where it does not',
    (text, loud, calm) => {
      const rule = { ...RULE, datapoints: 2 };
      expect(stateBy({ ...rule, missing: 'breaching' }, pointsOf(text))).toBe(loud);
      expect(stateBy(rule, pointsOf(text))).toBe(calm);
    },
  );

  it('less than something is raised below it and not at it', () => {
    const rule = { ...RULE, comparison: 'LessThanThreshold', datapoints: 1, periods: 1 } as const;
    expect([0.9, 1].map(point => stateBy(rule, [point]))).toEqual(['ALARM', 'OK']);
  });
});
