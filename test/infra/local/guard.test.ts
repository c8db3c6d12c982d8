import { describe, expect, it } from 'vitest';
import { askedBy, covers } from '../../../infra/local/asked.ts';
import { guardOf } from '../../../infra/local/guard.ts';
import { startMachine } from '../../../infra/local/start-machine.ts';
import type { Template } from '../../../infra/local/template.ts';
import { all, template } from '../template.ts';

const TABLE = 'arn:aws:dynamodb:us-east-1:000000000000:table/Tickets';

describe('what is asked of AWS', () => {
  it.each([
    ['GetItemCommand', { TableName: 'Tickets' }, [`dynamodb:GetItem ${TABLE}`]],
    ['QueryCommand', { TableName: 'Tickets', IndexName: 'due' }, [`dynamodb:Query ${TABLE}/index/due`]],
    [
      'SendMessageBatchCommand',
      { QueueUrl: 'http://127.0.0.1:1/000000000000/due' },
      ['sqs:SendMessage arn:aws:sqs:us-east-1:000000000000:due'],
    ],
    [
      'SendRawEmailCommand',
      { Source: 'SLA <sla@desk.example>', ConfigurationSetName: 'mail' },
      [
        'ses:SendRawEmail arn:aws:ses:us-east-1:000000000000:identity/desk.example',
        'ses:SendRawEmail arn:aws:ses:us-east-1:000000000000:configuration-set/mail',
      ],
    ],
    [
      'GetSecretValueCommand',
      { SecretId: 'timekeeper/dev/link-key' },
      [
        'secretsmanager:GetSecretValue arn:aws:secretsmanager:us-east-1:000000000000:secret:timekeeper/dev/link-key-AAAAAA',
      ],
    ],
  ])('by %s is what IAM would be asked', (command, input, expected) => {
    expect(askedBy(command, input).map(({ action, resource }) => `${action} ${resource}`)).toEqual(expected);
  });

  it('is never overlooked: a command this machine does not know is an error', () => {
    expect(() => askedBy('DeleteTableCommand', {})).toThrow('what IAM is asked about DeleteTableCommand is not known');
  });
});

describe('a permission', () => {
  it.each([
    ['arn:secret:pages/*', 'arn:secret:pages/acme-AAAAAA', true],
    ['arn:secret:pages/*', 'arn:secret:link-key-AAAAAA', false],
    ['arn:table/a.b', 'arn:table/aXb', false],
    ['arn:table/a', 'arn:table/a/index/due', false],
  ])('on %s for %s: %s', (resource, asked, expected) => {
    expect(covers({ action: 'a:B', resource }, { action: 'a:B', resource: asked })).toBe(expected);
    expect(covers({ action: 'a:C', resource }, { action: 'a:B', resource: asked })).toBe(false);
  });
});

describe('the role of a function', () => {
  const guard = guardOf({ name: 'ingest', permissions: [{ action: 'a:B', resource: 'r' }] });

  it('lets through what it allows, and remembers it once', () => {
    for (const _ of [1, 2]) guard.check([{ action: 'a:B', resource: 'r' }]);
    expect(guard.asked()).toEqual([{ action: 'a:B', resource: 'r' }]);
  });

  it('refuses the rest as AWS does', () => {
    expect(() => guard.check([{ action: 'a:B', resource: 'else' }])).toThrow(
      expect.objectContaining({
        name: 'AccessDeniedException',
        message: 'the role of ingest does not allow a:B on else',
      }),
    );
  });

  it('is what the template says: a function that is allowed less can do less', async () => {
    const [policy] = all('AWS::IAM::Policy').filter(({ id }) => id.startsWith('Ingest'));
    const Statement = policy!.Properties.PolicyDocument.Statement.map((statement: { Action: readonly string[] }) => ({
      ...statement,
      Action: [statement.Action].flat().filter(action => action !== 'dynamodb:PutItem'),
    }));
    const poorer: Template = {
      Resources: {
        ...template.Resources,
        [policy!.id]: { ...policy!, Properties: { ...policy!.Properties, PolicyDocument: { Statement } } },
      },
    };
    const machine = await startMachine({ time: 'stepped', template: poorer, policies: [] });
    try {
      const event = { specversion: '1.0', id: 'e1', source: 'desk', subject: 'T1', type: 'timekeeper.ticket.created' };
      const sent = { ...event, time: new Date().toISOString(), data: { status: 'new' } };
      expect(await machine.post(sent)).toMatchObject({ status: 503 });
      expect(machine.logs().map(({ line }) => line)).toContainEqual(
        expect.stringContaining('the role of ingest does not allow dynamodb:PutItem'),
      );
    } finally {
      await machine.stop();
    }
  });
});
