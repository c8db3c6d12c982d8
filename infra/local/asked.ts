import { arnHere } from './places.ts';

/** One thing that is asked of AWS, as IAM sees it. */
export interface Asked {
  readonly action: string;
  readonly resource: string;
}

/** What a function may ask, `*` in a resource standing for anything. */
export type Permission = Asked;

/** Whether a permission covers what is asked. */
export const covers = ({ action, resource }: Permission, asked: Asked): boolean =>
  action === asked.action && (resource === asked.resource || patternOf(resource).test(asked.resource));

const patternOf = (resource: string): RegExp => new RegExp(`^${resource.split('*').map(escaped).join('.*')}$`);

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** What IAM is asked about a command of the SDK; throws for one that this machine does not know, so that none goes by unseen. */
export function askedBy(command: string, input: Readonly<Record<string, unknown>>): readonly Asked[] {
  const read = COMMANDS[command];
  if (read === undefined) throw new Error(`what IAM is asked about ${command} is not known on this machine`);
  return read(input);
}

type Reading = (input: Readonly<Record<string, unknown>>) => readonly Asked[];

const onTable =
  (action: string): Reading =>
  ({ TableName, IndexName }) => [
    {
      action: `dynamodb:${action}`,
      resource: arnHere('dynamodb', `table/${TableName}${IndexName === undefined ? '' : `/index/${IndexName}`}`),
    },
  ];

const onQueue: Reading = ({ QueueUrl }) => [
  { action: 'sqs:SendMessage', resource: arnHere('sqs', String(QueueUrl).split('/').at(-1)!) },
];

/** A secret's ARN ends in letters that AWS chose; here they are always the same. */
const secretArn = (id: string): string =>
  id.startsWith('arn:') ? id : arnHere('secretsmanager', `secret:${id}-AAAAAA`);

/** A mail is sent as the identity of its sender's domain, and by its configuration set (SES, "Identity and access management"). */
const onMail: Reading = ({ Source, ConfigurationSetName }) => [
  { action: 'ses:SendRawEmail', resource: arnHere('ses', `identity/${String(Source).replace(/^.*@|>$/g, '')}`) },
  ...(ConfigurationSetName === undefined
    ? []
    : [{ action: 'ses:SendRawEmail', resource: arnHere('ses', `configuration-set/${ConfigurationSetName}`) }]),
];

const COMMANDS: Readonly<Record<string, Reading>> = {
  GetItemCommand: onTable('GetItem'),
  PutItemCommand: onTable('PutItem'),
  UpdateItemCommand: onTable('UpdateItem'),
  DeleteItemCommand: onTable('DeleteItem'),
  QueryCommand: onTable('Query'),
  ScanCommand: onTable('Scan'),
  SendMessageCommand: onQueue,
  SendMessageBatchCommand: onQueue,
  SendRawEmailCommand: onMail,
  PublishCommand: ({ TopicArn }) => [{ action: 'sns:Publish', resource: String(TopicArn) }],
  GetSecretValueCommand: ({ SecretId }) => [
    { action: 'secretsmanager:GetSecretValue', resource: secretArn(String(SecretId)) },
  ],
};
