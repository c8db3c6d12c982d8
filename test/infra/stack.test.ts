import { describe, expect, it } from 'vitest';
import { NAME } from '../../infra/named.ts';
import { SECOND } from '../../shared/calendar/instant.ts';
import { LEASE } from '../../shared/notification/delivery.ts';
import { all, byName, permissionsOf } from './template.ts';

const QUEUE = 'AWS::SQS::Queue';
const sources = all('AWS::Lambda::EventSourceMapping').map(({ Properties }) => ({
  properties: Properties,
  queue: all(QUEUE).find(({ id }) => id === Properties.EventSourceArn['Fn::GetAtt'][0])!,
  worker: all('AWS::Lambda::Function').find(({ id }) => id === Properties.FunctionName.Ref)!,
}));

describe('a queue that is worked off', () => {
  it('is one of intake, due, email, page and feedback', () => {
    expect(sources.map(({ queue }) => queue.Metadata?.['timekeeper:name'])).toEqual([
      'intake',
      'due',
      'email',
      'page',
      'feedback',
    ]);
  });

  it.each(sources)(
    'hides a message for at least six times as long as its function may take: $properties.EventSourceArn',
    ({ queue, worker }) => {
      expect(queue.Properties.VisibilityTimeout).toBeGreaterThanOrEqual(6 * worker.Properties.Timeout);
    },
  );

  it.each(sources)(
    'is given up by its function before another may try the same delivery: $properties.EventSourceArn',
    ({ worker }) => {
      expect(worker.Properties.Timeout * SECOND).toBeLessThan(LEASE);
    },
  );

  it.each(sources)(
    'keeps what fails five times for 14 days, where only it may put it: $properties.EventSourceArn',
    ({ queue }) => {
      const { deadLetterTargetArn, maxReceiveCount } = queue.Properties.RedrivePolicy;
      const dead = all(QUEUE).find(({ id }) => id === deadLetterTargetArn['Fn::GetAtt'][0])!;
      expect(maxReceiveCount).toBe(5);
      expect(dead.Properties.MessageRetentionPeriod).toBe(14 * 24 * 3600);
      expect(dead.Properties.RedriveAllowPolicy.redrivePermission).toBe('byQueue');
      expect(JSON.stringify(dead.Properties.RedriveAllowPolicy.sourceQueueArns)).toContain(queue.Properties.QueueName);
    },
  );

  it.each(sources)('gives only the failed messages of a batch back: $properties.EventSourceArn', ({ properties }) => {
    expect(properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
    expect(properties.BatchSize).toBe(10);
    expect(properties.ScalingConfig.MaximumConcurrency).toBeGreaterThanOrEqual(2);
  });
});

it('a function that may send to the queue it is fed from is not stopped as a loop; any other would be', () => {
  const sendsItself = sources
    .filter(({ queue, worker }) => {
      const sends = permissionsOf(worker.Metadata![NAME] as string).filter(({ actions }) =>
        actions.includes('sqs:SendMessage'),
      );
      return JSON.stringify(sends).includes(`"${queue.id}"`);
    })
    .map(({ worker }) => worker.id);
  for (const { id, Properties } of all('AWS::Lambda::Function'))
    expect([id, Properties.RecursiveLoop]).toEqual([id, sendsItself.includes(id) ? 'Allow' : 'Terminate']);
  expect(sendsItself).toHaveLength(3);
});

describe('every queue', () => {
  it.each(all(QUEUE))('is encrypted and refuses plain connections: $id', ({ id, Properties }) => {
    expect(Properties.SqsManagedSseEnabled).toBe(true);
    const policies = all('AWS::SQS::QueuePolicy').filter(policy => policy.Properties.Queues[0].Ref === id);
    const denials = policies
      .flatMap(policy => policy.Properties.PolicyDocument.Statement)
      .filter(({ Effect }: { Effect: string }) => Effect === 'Deny');
    expect(denials).toMatchObject([{ Condition: { Bool: { 'aws:SecureTransport': 'false' } }, Action: 'sqs:*' }]);
  });
});

describe('every function', () => {
  it.each(all('AWS::Lambda::Function'))('runs on Node 24 on ARM and keeps its log for three months: $id', worker => {
    expect(worker.Properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] });
    const log = all('AWS::Logs::LogGroup').find(({ id }) => id === worker.Properties.LoggingConfig.LogGroup.Ref)!;
    expect(log.Properties).toMatchObject({
      LogGroupName: `/aws/lambda/${worker.Properties.FunctionName}`,
      RetentionInDays: 90,
    });
  });
});

describe('the ways in', () => {
  const routes = all('AWS::ApiGatewayV2::Route').map(({ Properties }) => Properties);

  const routesOf = (type: string) =>
    routes.flatMap(({ RouteKey, AuthorizationType }) => (AuthorizationType === type ? [RouteKey] : [])).toSorted();

  it('are open to signed requests only, but for what proves itself', () => {
    expect(routesOf('NONE')).toEqual([
      'GET /v1/acknowledge',
      'POST /v1/acknowledge',
      'POST /v1/hooks/{source}',
      'POST /v1/pagers/{pager}',
    ]);
    expect(routesOf('AWS_IAM')).toEqual([
      'DELETE /v1/silences/{id}',
      'GET /v1/at-risk',
      'GET /v1/deliveries',
      'GET /v1/entitlements/{customer+}',
      'GET /v1/explanations/{ticket+}',
      'GET /v1/openapi.json',
      'GET /v1/silences',
      'GET /v1/tickets/{ticket+}',
      'POST /v1/acknowledgements',
      'POST /v1/events',
      'POST /v1/silences',
      'PUT /v1/entitlements/{customer+}',
    ]);
  });

  it('takes everything that is put on its bus, and loses nothing of it', () => {
    const [rule] = all('AWS::Events::Rule');
    expect(rule!.Properties.EventPattern).toEqual({ source: [{ prefix: '' }] });
    expect(rule!.Properties.Targets).toMatchObject([
      {
        Arn: { 'Fn::GetAtt': [byName(QUEUE, 'intake').id, 'Arn'] },
        DeadLetterConfig: { Arn: { 'Fn::GetAtt': [byName(QUEUE, 'intake-dead-letters').id, 'Arn'] } },
      },
    ]);
  });
});

describe('dashboards', () => {
  it('are called by their region too, for an account has them for all regions in common', () => {
    for (const { Properties } of all('AWS::CloudWatch::Dashboard'))
      expect(Properties.DashboardName['Fn::Join'][1]).toEqual([
        expect.stringMatching(/^timekeeper-dev-\w+-$/),
        { Ref: 'AWS::Region' },
      ]);
  });
});

describe('the sweep', () => {
  it('is started every minute, on the minute, and a minute missed is known', () => {
    const Arn = { 'Fn::GetAtt': [byName('AWS::Lambda::Function', 'sweep').id, 'Arn'] };
    const missed = { 'Fn::GetAtt': [byName(QUEUE, 'missed-sweeps').id, 'Arn'] };
    const schedules = all('AWS::Scheduler::Schedule');
    const [group] = all('AWS::Scheduler::ScheduleGroup');
    for (const each of schedules)
      expect(each).toMatchObject({ Properties: { GroupName: group!.Properties.Name }, DependsOn: [group!.id] });
    expect(schedules.map(({ Properties }) => Properties)).toContainEqual(
      expect.objectContaining({
        ScheduleExpression: 'rate(1 minute)',
        FlexibleTimeWindow: { Mode: 'OFF' },
        Target: expect.objectContaining({ Arn, DeadLetterConfig: { Arn: missed } }),
      }),
    );
  });

  it('looks further ahead than two sweeps lie apart, so that one may be lost', () => {
    const { Variables } = byName('AWS::Lambda::Function', 'sweep').Properties.Environment;
    expect(Number(Variables.LOOK_AHEAD_SECONDS)).toBeGreaterThan(120);
  });

  it('is over before the next one starts', () => {
    expect(byName('AWS::Lambda::Function', 'sweep').Properties.Timeout).toBeLessThan(60);
  });
});
