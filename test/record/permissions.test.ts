import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Asked, covers } from '../../infra/local/asked.ts';
import { type FunctionPlan, planOf } from '../../infra/local/plan.ts';
import { template } from '../infra/template.ts';
import { kept, notRun } from './whole-run.ts';

const plan = planOf(template, 'http://127.0.0.1');

/** What a function asked in any test. */
const askedBy = (name: string): readonly Asked[] =>
  kept('.json').flatMap(
    file => (JSON.parse(readFileSync(file, 'utf8')) as Record<string, readonly Asked[]>)[name] ?? [],
  );

/**
 * What Lambda itself does in a function's name: writes its log, and works off its queue
 * (https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html, "execution role").
 */
const doneByLambda = ({ arn, permissions }: FunctionPlan): readonly Asked[] => [
  ...plan.sources
    .filter(({ functionArn }) => functionArn === arn)
    .flatMap(({ queueArn }) =>
      ['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'].map(action => ({
        action: `sqs:${action}`,
        resource: queueArn,
      })),
    ),
  ...permissions.filter(
    ({ action, resource }) =>
      ['logs:CreateLogStream', 'logs:PutLogEvents'].includes(action) &&
      resource.includes(`log-group:/aws/lambda/${arn.split(':').at(-1)}:`),
  ),
];

/** A machine refuses what a role does not allow; this is the other way round. It means something only after all other tests. */
describe.skipIf(notRun().length > 0)('a permission', () => {
  it.each(plan.functions)('of $name is used by some test, or it is not needed', worker => {
    const used = [...askedBy(worker.name), ...doneByLambda(worker)];
    const unused = worker.permissions.filter(permission => !used.some(asked => covers(permission, asked)));
    expect(unused).toEqual([]);
  });
});
