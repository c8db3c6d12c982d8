import { Duration } from 'aws-cdk-lib';
import { type IMetric, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Settings } from '../../shared/installation/settings.ts';
import { MAIL_FEEDBACK } from '../feedback.ts';
import { BUS, TICKET_EVENTS } from '../intake.ts';
import { physicalName } from '../named.ts';
import type { Watched } from '../watched.ts';
import { graph, type Row } from './board.ts';

const MINUTE = Duration.minutes(1);

/** What AWS hands on between our parts, and what it could not; where all is well the latter has no numbers. */
export const handedOn = (settings: Settings, { schedules }: Watched): Row => ({
  about: '## Handed on by EventBridge and Scheduler',
  widgets: [
    graph(
      'Events put into a queue, and those lost',
      ['Invocations', 'FailedInvocations', 'InvocationsFailedToBeSentToDlq'].flatMap(name => ofRules(settings, name)),
      { inRow: 2 },
    ),
    graph(
      'Scheduled calls, and those refused',
      [
        schedules.metricAttempts({ period: MINUTE, label: 'calls' }),
        schedules.metricTargetErrors({ period: MINUTE, label: 'refused' }),
      ],
      { inRow: 2 },
    ),
  ],
});

/** A number of each of our rules; one on a bus of our own has that as a dimension too (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-monitoring.html). */
const ofRules = (settings: Settings, metricName: string): readonly IMetric[] =>
  [
    { EventBusName: physicalName(settings, BUS), RuleName: physicalName(settings, TICKET_EVENTS) },
    { RuleName: physicalName(settings, MAIL_FEEDBACK) },
  ].map(
    dimensionsMap =>
      new Metric({ namespace: 'AWS/Events', metricName, dimensionsMap, statistic: 'Sum', period: MINUTE }),
  );
