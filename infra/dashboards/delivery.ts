import type { Dashboard } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { Settings } from '../../shared/installation/settings.ts';
import { sesNumber } from '../mail-reputation.ts';
import { measuredIn } from '../measured.ts';
import { board, graph } from './board.ts';

/** Whether people are reached: each provider, what took another way, and what the mail world thinks of us. */
export const delivery = (scope: Construct, settings: Settings): Dashboard => {
  const { measured, measuredByDimension } = measuredIn(settings);
  return board(scope, settings, 'delivery', [
    {
      about: '## Providers',
      widgets: [
        graph('Deliveries by provider and outcome', [measuredByDimension('Deliveries')]),
        graph('Attempts, and those that failed', [measured('Attempts', 'Sum'), measured('FailedAttempts', 'Sum')]),
        graph('Age when next tried (ms)', [measuredByDimension('Undelivered', 'Maximum')]),
        graph(
          'Fail-overs, refusals, standstills',
          (['FailOvers', 'Refusals', 'Standstills'] as const).map(name => measured(name, 'Sum')),
        ),
      ],
    },
    {
      about: '## Mail, as Amazon SES sees this account',
      widgets: [
        graph('Bounce rate', [sesNumber('Reputation.BounceRate', 'Average')], {
          objective: { value: 0.05, label: 'under review' },
        }),
        graph('Complaint rate', [sesNumber('Reputation.ComplaintRate', 'Average')], {
          objective: { value: 0.001, label: 'under review' },
        }),
        graph(
          'Mails sent and delivered',
          ['Send', 'Delivery'].map(name => sesNumber(name, 'Sum')),
        ),
        graph(
          'Bounced, complained of, rejected',
          ['Bounce', 'Complaint', 'Reject'].map(name => sesNumber(name, 'Sum')),
        ),
      ],
    },
  ]);
};
