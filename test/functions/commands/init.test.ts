import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SETTINGS } from '../../../shared/installation/settings.ts';
import { folderWith } from './scratch.ts';
import { typed } from './typed.ts';

const QUESTIONS = Object.keys(SETTINGS);

/** Answers in the order of the questions; empty where nothing is said of one that is not needed. */
const answers = (said: Readonly<Record<string, string>>, stage = 'prod') => {
  const given: Readonly<Record<string, string>> = { urgentPhone: '+4930123456', ...said };
  return [stage, ...QUESTIONS.slice(1).map(name => given[name] ?? '')];
};

const written = (folder: string, stage = 'prod') =>
  JSON.parse(readFileSync(join(folder, 'stages', `${stage}.json`), 'utf8'));

it('writes the answers, and what is usual for the rest', async () => {
  const folder = folderWith({});
  const input = answers({ mailFrom: 'SLA <sla@example.org>', account: '123456789012', region: 'eu-central-1' });
  const { code, out, err } = await typed('init', { folder, input });
  expect(code).toBe(0);
  expect(written(folder)).toMatchObject({
    account: '123456789012',
    region: 'eu-central-1',
    mailFrom: 'SLA <sla@example.org>',
    mailIdentity: 'example.org',
    createMailIdentity: false,
    protect: true,
    shards: 16,
  });
  expect(out).toContain('npx cdk deploy --all -c stage=prod');
  for (const name of QUESTIONS) expect(err).toContain(`\n${name}: ${SETTINGS[name as 'stage'].about}`);
});

it('asks again until the answer means something', async () => {
  const folder = folderWith({});
  const input = ['Prod!', ...answers({}).slice(0, 3), '', 'nobody', 'sla@example.org', ...answers({}).slice(4)];
  const { code, err } = await typed('init', { folder, input });
  expect(code).toBe(0);
  expect(err).toContain('found "Prod!", expected up to 20 small letters');
  expect(err).toContain('found nothing, expected an address such as');
  expect(err).toContain('found "nobody", expected an address such as');
});

it('asks again who is woken where the stage turns out to be protected', async () => {
  const folder = folderWith({});
  const topic = 'arn:aws:sns:eu-central-1:123456789012:on-call';
  const input = [...answers({ mailFrom: 'sla@example.org', urgentPhone: '' }), '', topic];
  expect((await typed('init', { folder, input })).code).toBe(0);
  expect(written(folder)).toMatchObject({ protect: true, urgentTopic: topic });
  expect(written(folder)).not.toHaveProperty('urgentPhone');
});

it('asks again for what does not go together', async () => {
  const folder = folderWith({});
  const input = [...answers({ mailFrom: 'sla@example.org', region: 'eu-central-1' }), '123456789012'];
  const { code, err } = await typed('init', { folder, input });
  expect([code, written(folder).account]).toEqual([0, '123456789012']);
  expect(err).toContain('account: found nothing, expected account and region both or neither');
});

it('never writes over a file without asking, and takes what it says for the usual answers', async () => {
  const folder = folderWith({});
  mkdirSync(join(folder, 'stages'));
  writeFileSync(
    join(folder, 'stages/prod.json'),
    '{"mailFrom":"old@example.org","shards":4,"alarmMail":"a@b.example","tags":{"team":"x"}}',
  );
  expect(await typed('init', { folder, input: ['prod', ''] })).toMatchObject({
    code: 1,
    out: 'stages/prod.json stays as it is',
  });
  expect(written(folder).shards).toBe(4);

  const [stage, ...rest] = answers({ alarmMail: '-', lookAheadSeconds: '300' });
  expect((await typed('init', { folder, input: [stage!, 'yes', ...rest] })).code).toBe(0);
  expect(written(folder)).toMatchObject({
    mailFrom: 'old@example.org',
    shards: 4,
    tags: { team: 'x' },
    lookAheadSeconds: 300,
  });
  expect(written(folder)).not.toHaveProperty('alarmMail');
});

it('writes nothing when the answers end early', async () => {
  const folder = folderWith({});
  const { code, err } = await typed('init', { folder, input: ['prod', ''] });
  expect([code, err.split('\n').at(-1)]).toEqual([
    1,
    'timekeeper init: the answers ended before the questions; nothing was written',
  ]);
  expect(() => written(folder)).toThrow('ENOENT');
});
