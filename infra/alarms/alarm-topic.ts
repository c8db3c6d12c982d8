import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { Settings } from '../../shared/installation/settings.ts';
import { constructId, physicalName } from '../named.ts';

/**
 * A topic that alarms of this account and region are told by, and nobody else. It needs to say so: a policy of its own, such as that plain
 * connections are refused, takes the place of the one that lets alarms in
 * (https://repost.aws/knowledge-center/cloudwatch-receive-sns-for-alarm-trigger).
 */
export function alarmTopic(scope: Construct, settings: Settings, name: string): Topic {
  const topic = new Topic(scope, constructId(name), { topicName: physicalName(settings, name), enforceSSL: true });
  const { account } = Stack.of(scope);
  const alarms = Stack.of(scope).formatArn({ service: 'cloudwatch', resource: 'alarm:*' });
  topic.addToResourcePolicy(
    new PolicyStatement({
      sid: 'AllowAlarms',
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': account }, ArnLike: { 'aws:SourceArn': alarms } },
    }),
  );
  return topic;
}
