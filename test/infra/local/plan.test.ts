import { describe, expect, it } from 'vitest';
import { ENTRIES } from '../../../infra/function.ts';
import { planOf } from '../../../infra/local/plan.ts';
import { resolve } from '../../../infra/local/template.ts';
import { template } from '../template.ts';

const plan = planOf(template, 'http://127.0.0.1:4566');

describe('a reference in a template', () => {
  const places = {
    Queue: { ref: 'http://q', attributes: { Arn: 'arn:q' } },
    'AWS::Region': { ref: 'here', attributes: {} },
  };

  it.each([
    [{ Ref: 'Queue' }, 'http://q'],
    [{ 'Fn::GetAtt': ['Queue', 'Arn'] }, 'arn:q'],
    [{ 'Fn::Join': ['-', ['a', { Ref: 'AWS::Region' }]] }, 'a-here'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own placeholders
    [{ 'Fn::Sub': 'in ${AWS::Region}: ${Queue.Arn}' }, 'in here: arn:q'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own placeholders
    [{ 'Fn::Sub': ['${Name} in ${AWS::Region}', { Name: { Ref: 'Queue' } }] }, 'http://q in here'],
    [{ deep: [{ Ref: 'Queue' }, 1, null] }, { deep: ['http://q', 1, null] }],
  ])('%j is %j', (value, expected) => {
    expect(resolve(value, places)).toEqual(expected);
  });

  it.each([
    [{ Ref: 'Nothing' }, 'the template refers to Nothing'],
    [{ 'Fn::GetAtt': ['Queue', 'Colour'] }, 'the template asks for Colour of Queue'],
    [{ 'Fn::Select': [0, []] }, 'the template uses Fn::Select'],
  ])('%j is not known here, and says so', (value, message) => {
    expect(() => resolve(value, places)).toThrow(message);
  });
});

describe('the plan of our own stack', () => {
  it('has one function for each source file, told where its table and queues are', () => {
    expect(plan.functions.map(({ entry }) => entry).toSorted()).toEqual(ENTRIES.toSorted());
    const { environment } = plan.functions.find(({ name }) => name === 'ingest')!;
    expect(environment).toMatchObject({
      TABLE_NAME: plan.tables[0]!.TableName,
      DUE_QUEUE_URL: 'http://127.0.0.1:4566/000000000000/timekeeper-dev-due',
      SHARDS: '16',
    });
  });

  it('has the queues with their delays, retention and dead letters', () => {
    const due = plan.queues.find(({ name }) => name === 'due')!;
    const dead = plan.queues.find(({ name }) => name === 'due-dead-letters')!;
    expect(due.attributes).toMatchObject({ VisibilityTimeout: '120', MessageRetentionPeriod: '345600' });
    expect(JSON.parse(due.attributes.RedrivePolicy!)).toEqual({ deadLetterTargetArn: dead.arn, maxReceiveCount: 5 });
  });

  it('has the routes, the rule, the schedule and the sources', () => {
    const arnOf = (name: string) => plan.functions.find(each => each.name === name)!.arn;
    const queueArn = (name: string) => plan.queues.find(each => each.name === name)!.arn;
    expect(plan.routes).toContainEqual({ routeKey: 'POST /v1/events', functionArn: arnOf('ingest'), signed: true });
    expect(plan.rules.map(({ bus, queueArns }) => [bus, ...queueArns])).toEqual([
      ['own', queueArn('intake')],
      ['default', queueArn('feedback')],
    ]);
    expect(plan.schedules).toContainEqual({
      functionArn: arnOf('sweep'),
      everyMinutes: 1,
      missedQueueArn: queueArn('missed-sweeps'),
      group: 'timekeeper-dev-schedules',
    });
    expect(plan.sources.map(source => [source.queueArn, source.functionArn])).toEqual([
      [queueArn('intake'), arnOf('ingest')],
      [queueArn('due'), arnOf('evaluate')],
      [queueArn('email'), arnOf('email')],
      [queueArn('page'), arnOf('page')],
      [queueArn('feedback'), arnOf('feedback')],
    ]);
  });
});
