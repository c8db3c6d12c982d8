import { isDeepStrictEqual } from 'node:util';
import { expect, it } from 'vitest';
import { synthesize } from '../../infra/local/synthesize.ts';
import type { Template } from '../../infra/local/template.ts';

/** Where two values differ, as paths with both values; a part that one of them lacks is undefined there. */
function differences(one: unknown, other: unknown, path = ''): readonly string[] {
  if (isDeepStrictEqual(one, other)) return [];
  if (!isObject(one) || !isObject(other)) return [`${path}: ${JSON.stringify(one)} | ${JSON.stringify(other)}`];
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return keys.flatMap(key => differences(one[key], other[key], `${path}/${key}`));
}

const TABLE = 'AWS::DynamoDB::Table';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The resources of a template by type and id, its stage called as that of the other. */
function resources({ Resources }: Template, from: string, to: string): Readonly<Record<string, unknown>> {
  const text = JSON.stringify(Resources).replaceAll(new RegExp(`(?<=timekeeper[-/])${from}\\b`, 'g'), to);
  const renamed = JSON.parse(text) as Template['Resources'];
  return Object.fromEntries(Object.entries(renamed).map(([id, resource]) => [`${resource.Type} ${id}`, resource]));
}

it('prod is what dev is under another name, but that its records are protected', async () => {
  const said = { mailFrom: 'Timekeeper <timekeeper@example.com>', urgentPhone: '+4930123456' };
  const [dev, prod] = await Promise.all([synthesize(said), synthesize({ stage: 'prod', ...said })]);
  const found = differences(resources(dev, 'dev', 'prod'), resources(prod, 'prod', 'prod'));
  const kept = [
    TABLE,
    'AWS::SES::ConfigurationSet',
    'AWS::SES::ConfigurationSetEventDestination',
    'AWS::SecretsManager::Secret',
  ];
  const policies = kept.flatMap(type =>
    Object.entries({
      DeletionPolicy: type === TABLE ? 'Retain' : 'RetainExceptOnCreate',
      UpdateReplacePolicy: 'Retain',
    }).map(([name, policy]) => `${type}/${name}: "Delete" | "${policy}"`),
  );
  const protection = `${TABLE}/Properties/DeletionProtectionEnabled: false | true`;
  expect(found.map(line => line.replace(/^\/(\S+) \w+/, '$1')).toSorted()).toEqual(
    [...policies, protection].toSorted(),
  );
});

it('the numbers that a stage writes down and looks at are its own', async () => {
  const { Resources } = await synthesize({ stage: 'staging', mailFrom: 'sla@example.com', urgentPhone: '+4930123456' });
  const services = JSON.stringify(Resources).matchAll(/service(?:_name)?\W+(?:Value\W+)?(timekeeper[\w-]*)/gi);
  const found = [...services].map(([, service]) => service);
  expect(new Set(found)).toEqual(new Set(['timekeeper-staging']));
  expect(found.length).toBeGreaterThan(50);
});
