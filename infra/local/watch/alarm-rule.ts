import type { Points } from './metric-store.ts';

/** How an alarm stands; not before the first look does it know. */
export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

/** When an alarm is raised. */
export interface AlarmRule {
  readonly threshold: number;
  readonly comparison: 'LessThanThreshold' | 'GreaterThanOrEqualToThreshold';
  /** So many breaching points... */
  readonly datapoints: number;
  /** ...of the last so many. */
  readonly periods: number;
  /** What a point counts as that is missing. */
  readonly missing: 'breaching' | 'notBreaching';
}

/** How many points are fetched beyond those an alarm needs, in case some are missing. */
const SPARE = 2;

/** How many of the last periods an alarm looks at. */
export const rangeOf = ({ periods }: AlarmRule): number => periods + SPARE;

/**
 * How an alarm stands by the points of its range, the oldest first. Real points count before missing ones, even older ones; only what is lacking
 * then is filled in (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html, with its tables).
 */
export function stateBy(rule: AlarmRule, range: Points): AlarmState {
  const real = range.filter(point => point !== undefined).slice(-rule.periods);
  const breaching = real.filter(point => isBreaching(rule, point)).length;
  const lacking = rule.missing === 'breaching' ? rule.periods - real.length : 0;
  return breaching + lacking >= rule.datapoints ? 'ALARM' : 'OK';
}

function isBreaching({ comparison, threshold }: AlarmRule, point: number): boolean {
  switch (comparison) {
    case 'LessThanThreshold':
      return point < threshold;
    case 'GreaterThanOrEqualToThreshold':
      return point >= threshold;
  }
}
