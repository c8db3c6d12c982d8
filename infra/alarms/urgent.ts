import { type Alarm, AlarmRule, AlarmState, CompositeAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import { SmsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import type { Settings } from '../../shared/installation/settings.ts';
import { except } from '../exception.ts';
import { physicalName } from '../named.ts';
import { described } from './alarm.ts';
import { alarmTopic } from './alarm-topic.ts';

/**
 * One alarm over all that somebody has to be woken for. It goes by a topic of its own to a phone, or by a topic that is there already,
 * and touches nothing of our own pipeline: what is broken then cannot be what tells of it.
 */
export function urgent(scope: Construct, settings: Settings, alarms: readonly Alarm[]): CompositeAlarm {
  const action = new SnsAction(topicFor(scope, settings));
  const made = new CompositeAlarm(scope, 'UrgentAlarm', {
    compositeAlarmName: physicalName(settings, 'urgent'),
    alarmDescription: described(
      settings,
      'Promises to customers are being broken because of us: one of the alarms under it says which.',
      'urgent',
    ),
    alarmRule: AlarmRule.anyOf(...alarms.map(alarm => AlarmRule.fromAlarm(alarm, AlarmState.ALARM))),
  });
  made.addAlarmAction(action);
  made.addOkAction(action);
  return made;
}

function topicFor(scope: Construct, settings: Settings): ITopic {
  const { urgentTopic, urgentPhone } = settings;
  if (urgentTopic !== undefined) return Topic.fromTopicArn(scope, 'Urgent', urgentTopic);
  const topic = alarmTopic(scope, settings, 'urgent');
  if (urgentPhone !== undefined)
    except(topic.addSubscription(new SmsSubscription(urgentPhone)), [
      'Serverless-SNSRedrivePolicy',
      'A text message that went astray is of no use later, and the alarm still stands in CloudWatch.',
    ]);
  return topic;
}
