import type { AlarmBase } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import type { Settings } from '../../shared/installation/settings.ts';
import { except } from '../exception.ts';
import { measuredIn } from '../measured.ts';
import type { Watched } from '../watched.ts';
import { alarm } from './alarm.ts';
import { alarmTopic } from './alarm-topic.ts';
import { deliveryAlarms } from './delivery-alarms.ts';
import { promiseAlarms } from './promise-alarms.ts';
import { queueAlarms } from './queue-alarms.ts';
import { requestAlarms } from './request-alarms.ts';
import { throttleAlarms } from './throttle-alarms.ts';
import { urgent } from './urgent.ts';

/** What somebody is told of when the service itself needs help, the worst first; a ticket in trouble is never an alarm. */
export function alarms(
  scope: Construct,
  settings: Settings,
  { api, functions, queues, table }: Watched,
): readonly AlarmBase[] {
  const action = new SnsAction(topicFor(scope, settings));
  const numbers = measuredIn(settings);
  const all = [
    ...promiseAlarms(numbers),
    ...deliveryAlarms(numbers),
    ...requestAlarms(api),
    ...queueAlarms(queues),
    ...throttleAlarms(functions, table),
  ];
  const made = all.map(props => ({ alarm: alarm(scope, settings, action, props), isUrgent: props.urgent === true }));
  const waking = made.filter(({ isUrgent }) => isUrgent).map(each => each.alarm);
  return [urgent(scope, settings, waking), ...made.map(each => each.alarm)];
}

function topicFor(scope: Construct, settings: Settings): Topic {
  const topic = alarmTopic(scope, settings, 'alarms');
  if (settings.alarmMail !== undefined)
    except(topic.addSubscription(new EmailSubscription(settings.alarmMail)), [
      'Serverless-SNSRedrivePolicy',
      'An alarm whose mail went astray still stands in CloudWatch; nobody would watch a queue of such mails.',
    ]);
  return topic;
}
