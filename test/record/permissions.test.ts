import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Asked, covers } from '../../infra/local/asked.ts';
import { ASKED_FOLDER } from '../../infra/local/asked-record.ts';
import { type FunctionPlan, planOf } from '../../infra/local/plan.ts';
import { template } from '../infra/template.ts';

const TESTS = resolve(import.meta.dirname, '..');
const folder = process.env[ASKED_FOLDER];
const plan = planOf(template, 'http://127.0.0.1');

const kept = (): readonly string[] => (folder ? readdirSync(folder) : []);

/** The test files that have not run: what they would have asked is not known. */
function notRun(): readonly string[] {
  const ran = new Set(kept());
  return readdirSync(TESTS, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.test.ts') && !name.startsWith('record'))
    .filter(name => !ran.has(`${encodeURIComponent(join(TESTS, name))}.ran`));
}

/** What a function asked in any test. */
const askedBy = (name: string): readonly Asked[] =>
  kept()
    .filter(file => file.endsWith('.json'))
    .flatMap(
      file => (JSON.parse(readFileSync(join(folder!, file), 'utf8')) as Record<string, readonly Asked[]>)[name] ?? [],
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
