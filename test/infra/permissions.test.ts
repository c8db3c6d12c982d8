import { describe, expect, it } from 'vitest';
import { synthesize } from '../../infra/local/synthesize.ts';
import { all, byName, permissionsOf } from './template.ts';

const arnOf = (type: string, name: string) => ({ 'Fn::GetAtt': [byName(type, name).id, 'Arn'] });
const queue = (name: string) => arnOf('AWS::SQS::Queue', name);
const [table] = all('AWS::DynamoDB::Table');
const tableArn = { 'Fn::GetAtt': [table!.id, 'Arn'] };
const arn = (rest: string, service: string, ...more: readonly unknown[]) => ({
  'Fn::Join': [
    '',
    [
      'arn:',
      { Ref: 'AWS::Partition' },
      `:${service}:`,
      { Ref: 'AWS::Region' },
      ':',
      { Ref: 'AWS::AccountId' },
      rest,
      ...more,
    ],
  ],
});

const consume = (name: string) => [
  ['sqs:ReceiveMessage', queue(name)],
  ['sqs:DeleteMessage', queue(name)],
  ['sqs:GetQueueAttributes', queue(name)],
];
const send = (...names: readonly string[]) => names.map(name => ['sqs:SendMessage', queue(name)]);
const onTable = (...actions: readonly string[]) => actions.map(action => [`dynamodb:${action}`, tableArn]);

const onIndex = (...names: readonly string[]) =>
  names.map(name => ['dynamodb:Query', { 'Fn::Join': ['', [tableArn, `/index/${name}`]] }]);

const linkKey = { Ref: all('AWS::SecretsManager::Secret')[0]!.id };

const PERMISSIONS = {
  ingest: [...onTable('GetItem', 'PutItem', 'DeleteItem', 'Query'), ...send('due', 'rejected'), ...consume('intake')],
  hook: [
    ...onTable('GetItem', 'PutItem', 'DeleteItem', 'Query'),
    ...send('due'),
    ['secretsmanager:GetSecretValue', arn(':secret:timekeeper/dev/desks/*', 'secretsmanager')],
  ],
  sweep: [...onIndex('due'), ...send('due', 'email', 'page')],
  evaluate: [
    ...onTable('GetItem', 'PutItem', 'DeleteItem', 'Query'),
    ...send('due', 'email', 'page'),
    ...consume('due'),
  ],
  email: [
    ...onTable('GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query'),
    ...send('email', 'page'),
    ['ses:SendRawEmail', arn(':identity/example.com', 'ses')],
    ['ses:SendRawEmail', arn(':configuration-set/', 'ses', { Ref: byName('AWS::SES::ConfigurationSet', 'mail').id })],
    ['secretsmanager:GetSecretValue', linkKey],
    ...consume('email'),
  ],
  page: [
    ...send('email', 'page'),
    ...onTable('GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query'),
    ['secretsmanager:GetSecretValue', arn(':secret:timekeeper/dev/pages/*', 'secretsmanager')],
    ...consume('page'),
  ],
  feedback: [...onTable('GetItem', 'PutItem', 'Query'), ...send('email', 'page'), ...consume('feedback')],
  acknowledge: [
    ...onTable('GetItem', 'PutItem', 'Query'),
    ['secretsmanager:GetSecretValue', linkKey],
    ['secretsmanager:GetSecretValue', arn(':secret:timekeeper/dev/hooks/*', 'secretsmanager')],
  ],
  widget: [...onTable('GetItem', 'PutItem', 'Query'), ...onIndex('due', 'deadlines'), ...send('email', 'page')],
  audit: [
    ...onTable('Scan', 'GetItem', 'PutItem', 'DeleteItem', 'Query'),
    ...onIndex('due'),
    ...send('due', 'email', 'page'),
  ],
  query: [...onTable('GetItem', 'Query'), ...onIndex('due', 'deadlines')],
  manage: onTable('GetItem', 'PutItem', 'UpdateItem', 'Query'),
};

describe('what a function may do', () => {
  it('is said here of each', () => {
    const names = all('AWS::Lambda::Function').map(({ Metadata }) => Metadata?.['timekeeper:name']);
    expect(Object.keys(PERMISSIONS).toSorted()).toEqual(names.toSorted());
  });

  it.each(Object.entries(PERMISSIONS))(
    '%s may do its own work, write its own log, and nothing else',
    (name, expected) => {
      const pairs = permissionsOf(name).flatMap(({ effect, actions, resources }) => {
        expect(effect).toBe('Allow');
        return actions.flatMap(action => resources.map(resource => [action, resource]));
      });
      const log = byName('AWS::Lambda::Function', name).Properties.LoggingConfig.LogGroup.Ref;
      const own = ['logs:CreateLogStream', 'logs:PutLogEvents'].map(action => [action, { 'Fn::GetAtt': [log, 'Arn'] }]);
      const sorted = (list: readonly unknown[]) => list.map(item => JSON.stringify(item)).sort();
      expect(sorted(pairs)).toEqual(sorted([...own, ...expected]));
    },
  );

  it('page publishes to the topics that the settings name and to no other', async () => {
    const topics = ['duty.fifo', 'oncall'].map(name => `arn:aws:sns:eu-central-1:123456789012:${name}`);
    const withTopics = await synthesize({ pageTopics: topics });
    const [before, after] = [permissionsOf('page'), permissionsOf('page', withTopics)];
    expect(after.filter(({ actions }) => actions.includes('sns:Publish'))).toEqual([
      { effect: 'Allow', actions: ['sns:Publish'], resources: topics },
    ]);
    expect(after).toHaveLength(before.length + 1);
  });

  it('has a role for each function, and no managed policy', () => {
    const roles = all('AWS::Lambda::Function').map(({ Properties }) => Properties.Role['Fn::GetAtt'][0]);
    expect(new Set(roles).size).toBe(roles.length);
    for (const { Properties } of all('AWS::IAM::Role')) expect(Properties.ManagedPolicyArns).toBeUndefined();
  });
});
