import { Duration } from 'aws-cdk-lib';
import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import { sesNumber } from '../mail-reputation.ts';
import { type Measured, orZero } from '../measured.ts';
import type { AlarmProps } from './alarm.ts';

/** Twice the minutes that pass at most between two attempts: what is still on its way has been heard of within them. */
const HEARD_OF_WITHIN = 30;

/** Whether people are reached by what is sent to them. */
export const deliveryAlarms = ({ measured }: Measured): readonly AlarmProps[] => [
  {
    name: 'oldest-page',
    impact: 'Somebody should be awake and is not: a page takes ten minutes or more.',
    metric: orZero(measured('Undelivered', 'Maximum', HEARD_OF_WITHIN, { channel: 'page' })),
    threshold: Duration.minutes(10).toMilliseconds(),
    urgent: true,
  },
  {
    name: 'provider-failures',
    impact: 'Half of what is sent is not taken: a provider is down, or one of its keys is wrong.',
    metric: new MathExpression({
      expression: 'IF(attempts >= 5, 100 * failed / attempts, 0)',
      usingMetrics: { attempts: measured('Attempts', 'Sum'), failed: measured('FailedAttempts', 'Sum') },
      label: 'Failed attempts (%)',
      period: Duration.minutes(5),
    }),
    threshold: 50,
    periods: [2, 3],
  },
  {
    name: 'fail-overs',
    impact: 'A provider fails: people are told by other ways than the policy names first, and two minutes later.',
    metric: measured('FailOvers', 'Sum'),
    threshold: 5,
  },
  {
    name: 'refusals',
    impact: 'Somebody is not told by a way that the policy names, and nobody tries that way again.',
    metric: measured('Refusals', 'Sum'),
    threshold: 1,
  },
  {
    name: 'mail-standstill',
    impact: 'No mail leaves: SES takes none from this account until its quota or its pause is over.',
    metric: measured('Standstills', 'Sum'),
    threshold: 1,
  },
  {
    name: 'bounce-rate',
    impact: 'Mails come back so often that SES will soon stop all mail of this account.',
    metric: sesNumber('Reputation.BounceRate', 'Average'),
    threshold: 0.04,
  },
  {
    name: 'complaint-rate',
    impact: 'Mails are called spam so often that SES will soon stop all mail of this account.',
    metric: sesNumber('Reputation.ComplaintRate', 'Average'),
    threshold: 0.0008,
  },
];
