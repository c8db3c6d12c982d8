import { Duration } from 'aws-cdk-lib';
import { type Measured, orZero } from '../measured.ts';
import type { AlarmProps } from './alarm.ts';

/** Whether what is owed is done, and in time: the alarms that mean somebody's promise is at stake because of us. */
export const promiseAlarms = ({ measured }: Measured): readonly AlarmProps[] => [
  {
    name: 'sweep-stopped',
    impact: 'Nobody is warned of deadlines any more: no sweep has finished for three minutes.',
    metric: orZero(measured('Sweeps', 'Sum', 1)),
    threshold: 1,
    below: true,
    periods: [3, 3],
    silenceAlarms: true,
    urgent: true,
  },
  {
    name: 'missed-obligations',
    impact:
      'Somebody was told more than two minutes late, or not yet: a warning or a breach had been forgotten for so long.',
    metric: measured('MissedObligations', 'Sum'),
    threshold: 1,
    urgent: true,
  },
  {
    name: 'owed-too-long',
    impact: 'Warnings and breaches reach people late: something due has been waiting for more than five minutes.',
    metric: measured('Overdue', 'Maximum', 1),
    threshold: Duration.minutes(5).toMilliseconds(),
    periods: [3, 5],
    urgent: true,
  },
  {
    name: 'acted-late',
    impact: 'Warnings and breaches reach people late: one in a hundred is acted on half a minute after its instant.',
    metric: measured('Lateness', 'p99'),
    threshold: Duration.seconds(30).toMilliseconds(),
    periods: [2, 3],
  },
  {
    name: 'audit-stopped',
    impact: 'Nobody would notice what the sweep does not see: the audit has not finished for ten minutes.',
    metric: orZero(measured('Audits', 'Sum')),
    threshold: 1,
    below: true,
    periods: [2, 2],
    silenceAlarms: true,
  },
  {
    name: 'audit-disagrees',
    impact: 'A ticket was not timed or not looked at as its events say; the audit has mended what it could.',
    metric: measured('Disagreements', 'Sum'),
    threshold: 1,
  },
  {
    name: 'unmatched-tickets',
    impact: 'New tickets have no clocks at all: no policy in force is for them.',
    metric: measured('UnmatchedTickets', 'Sum'),
    threshold: 1,
  },
];
