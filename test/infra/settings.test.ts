import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { stageSettings } from '../../infra/settings.ts';

/** A folder with the settings of prod in it. */
function folderWith(prod: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'timekeeper-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'stages'));
  writeFileSync(join(folder, 'stages/prod.json'), prod);
  return folder;
}

const MAIL = { mailFrom: 'sla@desk.example.org', urgentPhone: '+4930123456' };
const from = (context: Readonly<Record<string, string>>, prod = JSON.stringify({ ...MAIL, shards: 4 })) =>
  stageSettings(context, folderWith(prod));

describe('the settings of a stage', () => {
  it('are those of its file, and those of the command line over them', () => {
    expect(from({ stage: 'prod' })).toMatchObject({ stage: 'prod', shards: 4, protect: true });
    expect(from({ stage: 'prod', shards: '32' })).toMatchObject({ shards: 32, ...MAIL });
  });

  it('are the defaults of dev where nothing is said', () => {
    expect(from({})).toMatchObject({ stage: 'dev', protect: false, shards: 16 });
  });

  it('are told how to come by where there is no file', () => {
    expect(() => from({ stage: 'test' })).toThrow(
      /cannot be used; npx timekeeper init asks for all of them and writes stages\/test\.json\n {2}mailFrom: found nothing/,
    );
  });

  it.each([
    ['{', /prod\.json cannot be read: /],
    ['[]', /prod\.json: found no settings, expected a JSON object/],
    ['{"shards":0,"protect":7}', /\n {2}mailFrom: .*\n {2}protect: .*\n {2}shards: /],
  ])('are refused with all that is wrong with the file: %s', (text, message) => {
    expect(() => from({ stage: 'prod' }, text)).toThrow(message);
  });

  it('are refused with a name on the command line that nobody knows, but for what the CDK says to itself', () => {
    expect(() => from({ stage: 'prod', mailform: 'x', 'alarm-mail': 'x' })).toThrow(
      /\n {2}mailform: found a setting nobody knows, .*\n {2}alarm-mail: found a setting nobody knows, /,
    );
    const own = {
      'aws:cdk:bundling-stacks': '**',
      '@aws-cdk/core:newStyleStackSynthesis': 'true',
      'cli-telemetry': 'false',
    };
    expect(from({ stage: 'prod', ...own })).toMatchObject(MAIL);
  });

  it('are looked for nowhere else', () => {
    expect(() => from({ stage: '../prod' })).toThrow('stage: found "../prod"');
  });
});
