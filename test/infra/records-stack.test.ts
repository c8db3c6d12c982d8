import { describe, expect, it } from 'vitest';
import { synthesize } from '../../infra/local/synthesize.ts';
import { all, template } from './template.ts';

const prod = await synthesize({
  stage: 'prod',
  createMailIdentity: true,
  mailFrom: 'SLA <sla@desk.example.org>',
  urgentPhone: '+4930123456',
});
const [table] = all('AWS::DynamoDB::Table');

/** What holds something that nobody could make again. */
const KEPT = [
  'AWS::DynamoDB::Table',
  'AWS::SecretsManager::Secret',
  'AWS::SES::ConfigurationSet',
  'AWS::SES::ConfigurationSetEventDestination',
  'AWS::SES::EmailIdentity',
];

describe('the records', () => {
  it.each(KEPT)('outlive their stack in prod, but those with a name not one that could not be made: %s', type => {
    const [found, ...others] = all(type, prod);
    expect(others).toEqual([]);
    const DeletionPolicy = found!.Properties.DeletionProtectionEnabled ? 'Retain' : 'RetainExceptOnCreate';
    expect(found).toMatchObject({ DeletionPolicy, UpdateReplacePolicy: 'Retain' });
  });

  it('go with their stack in dev', () => {
    for (const found of KEPT.flatMap(type => all(type)))
      expect(found).toMatchObject({ DeletionPolicy: 'Delete', UpdateReplacePolicy: 'Delete' });
    expect(table!.Properties.DeletionProtectionEnabled).toBe(false);
  });

  it('are nowhere else', () => {
    const stateful = /DynamoDB|S3::|SecretsManager|SES::|KMS::Key|RDS::/;
    const types = new Set(Object.values(template.Resources).map(({ Type }) => Type));
    expect([...types].filter(type => stateful.test(type)).filter(type => !KEPT.includes(type))).toEqual([]);
  });
});

describe('the table', () => {
  it('is protected from deletion in prod, can be put back to any second, and costs nothing while nothing happens', () => {
    const [{ Properties }] = all('AWS::DynamoDB::Table', prod) as [NonNullable<typeof table>];
    expect(Properties.DeletionProtectionEnabled).toBe(true);
    expect(Properties.PointInTimeRecoverySpecification).toEqual({ PointInTimeRecoveryEnabled: true });
    expect(Properties.BillingMode).toBe('PAY_PER_REQUEST');
  });

  it('has no name of its own, so that another can take its place', () => {
    expect(table!.Properties.TableName).toBeUndefined();
  });

  it('has two indexes, of what is owed and of deadlines, that copy keys only', () => {
    const index = (IndexName: string, instant: string) => ({
      IndexName,
      KeySchema: [
        { AttributeName: 'shard', KeyType: 'HASH' },
        { AttributeName: instant, KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    });
    expect(table!.Properties.GlobalSecondaryIndexes).toEqual([
      index('due', 'nextActionAt'),
      index('deadlines', 'deadlineAt'),
    ]);
  });
});

describe('a restored table', () => {
  it('takes the place of ours, which is made no more; functions work on it and on nothing else', async () => {
    const restored = await synthesize({ restoredTable: 'tickets-of-monday' });
    expect(all('AWS::DynamoDB::Table', restored)).toEqual([]);
    for (const { Properties } of all('AWS::Lambda::Function', restored))
      expect(Properties.Environment.Variables.TABLE_NAME).toBe('tickets-of-monday');
    const text = JSON.stringify(all('AWS::IAM::Policy', restored).map(({ Properties }) => Properties));
    expect(text).toContain(':table/tickets-of-monday/index/due"');
  });
});

describe('the link key', () => {
  it('is made in the account, 64 letters and digits, under the name of its stage', () => {
    expect(all('AWS::SecretsManager::Secret')[0]!.Properties).toMatchObject({
      Name: 'timekeeper/dev/link-key',
      GenerateSecretString: { PasswordLength: 64, ExcludePunctuation: true },
    });
  });
});

describe('mail', () => {
  it('goes by TLS or not at all, and its reputation is counted', () => {
    expect(all('AWS::SES::ConfigurationSet')[0]!.Properties).toMatchObject({
      DeliveryOptions: { TlsPolicy: 'REQUIRE' },
      ReputationOptions: { ReputationMetricsEnabled: true },
    });
  });

  it('is told of on the event bus, wherever it gets to', () => {
    const [{ Properties }] = all('AWS::SES::ConfigurationSetEventDestination') as [NonNullable<typeof table>];
    expect(Properties.EventDestination.MatchingEventTypes.toSorted()).toEqual(
      ['bounce', 'complaint', 'delivery', 'deliveryDelay', 'reject', 'send'].toSorted(),
    );
    expect(JSON.stringify(Properties.EventDestination.EventBridgeDestination)).toContain('event-bus/default');
  });

  it('has an identity of its domain where that is wanted, with a bounce domain under it, and none where not', () => {
    expect(all('AWS::SES::EmailIdentity')).toEqual([]);
    expect(all('AWS::SES::EmailIdentity', prod)[0]!.Properties).toMatchObject({
      EmailIdentity: 'desk.example.org',
      MailFromAttributes: { MailFromDomain: 'bounce.desk.example.org', BehaviorOnMxFailure: 'USE_DEFAULT_VALUE' },
    });
  });

  it('goes by the configuration set that is named, and then there is none of ours', async () => {
    const theirs = await synthesize({ mailConfigurationSet: 'theirs' });
    expect(all('AWS::SES::ConfigurationSet', theirs)).toEqual([]);
    const variables = all('AWS::Lambda::Function', theirs).map(({ Properties }) => Properties.Environment.Variables);
    expect(variables.map(({ MAIL_CONFIGURATION_SET }) => MAIL_CONFIGURATION_SET).filter(Boolean)).toEqual(['theirs']);
  });
});
