import { CfnOutput, RemovalPolicies, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { CfnTable, type ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { Settings } from '../shared/installation/settings.ts';
import { linkKey } from './link-key.ts';
import { mailIdentity, mailLog } from './mail.ts';
import { stackProps } from './stack-props.ts';
import { ticketTable } from './table.ts';

/** What the pipeline works on, and would be the poorer for losing. */
export interface Records {
  readonly table: ITable;
  /** What links in notifications are signed with. */
  readonly linkKey: Secret;
  /** The name of the SES configuration set mails are sent with. */
  readonly mailConfigurationSet: string;
}

/**
 * What outlives every release: it is changed seldom, and in a protected stage it stays when its stack is deleted; not when its stack could
 * not be made, for then its names would be in the way of the next try
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html).
 */
export function recordsStack(scope: Construct, settings: Settings): Records {
  const stack = new Stack(scope, 'Records', stackProps(settings, 'records', 'tickets, keys and the mail identity'));
  const records = {
    table: ticketTable(stack, settings),
    linkKey: linkKey(stack, settings),
    mailConfigurationSet: settings.mailConfigurationSet ?? mailLog(stack, settings),
  };
  if (settings.createMailIdentity) mailIdentity(stack, settings, records.mailConfigurationSet);
  new CfnOutput(stack, 'TableName', { value: records.table.tableName });
  RemovalPolicies.of(stack).apply(settings.protect ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY, {
    excludeResourceTypes: [CfnTable.CFN_RESOURCE_TYPE_NAME],
  });
  return records;
}
