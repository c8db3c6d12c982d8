import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checked } from '../../infra/checks.ts';
import { sound } from '../../infra/settings.ts';
import { timekeeper } from '../../infra/stacks.ts';

const { context } = JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8'));

interface Finding {
  readonly ruleName: string;
  readonly reason: string;
}

/** Synthesizes a stage as a deployment does, and gives what the checks have to say; throws where one of them fails it. */
function lookedOver(settings: Readonly<Record<string, unknown>>) {
  const outdir = mkdtempSync(join(tmpdir(), 'timekeeper-'));
  onTestFinished(() => rmSync(outdir, { recursive: true }));
  const app = new App({ context, outdir, analyticsReporting: false });
  timekeeper(app, { settings: sound(settings), codeOf: entry => Code.fromInline(`// ${entry}`) });
  checked(app);
  const { stacks } = app.synth();
  const report = JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8'));
  return { stacks, reports: report.pluginReports as readonly Record<string, unknown>[] };
}

const NEEDED = { mailFrom: 'SLA <sla@desk.example.org>', urgentPhone: '+4930123456' };
const PROD = { stage: 'prod', ...NEEDED, createMailIdentity: true, alarmMail: 'operations@desk.example.org' };
const PLACE = { account: '123456789012', region: 'eu-central-1' };

describe.each([
  ['dev as it is', {}],
  ['prod, wherever it is deployed', PROD],
  ['prod in a place of its own', { ...PROD, ...PLACE, tags: { team: 'support' } }],
  ['a stage with a configuration set of its own', { stage: 'test', ...NEEDED, mailConfigurationSet: 'theirs' }],
])('%s', (_name, settings) => {
  it('has nothing that AWS Solutions or the Serverless Lens finds, but what is acknowledged with a reason', () => {
    const { reports } = lookedOver(settings);
    expect(reports.map(({ pluginName, conclusion }) => [pluginName, conclusion])).toEqual([
      ['AwsSolutions', 'success'],
      ['Serverless', 'success'],
    ]);
    for (const { violations, suppressedViolations } of reports) {
      expect(violations).toEqual([]);
      for (const { reason } of suppressedViolations as readonly Finding[]) expect(reason).toMatch(/^[A-Z].{40,}\.$/);
    }
  });
});

describe('a stage', () => {
  it('has a stack of records and a pipeline that is deployed after it, neither of which is deleted by mistake', () => {
    const { stacks } = lookedOver({ ...PROD, ...PLACE });
    expect(
      stacks.map(({ stackName, terminationProtection, dependencies }) => [
        stackName,
        terminationProtection,
        dependencies.map(({ id }) => id).filter(id => !id.endsWith('.assets')),
      ]),
    ).toEqual([
      ['timekeeper-prod-records', true, []],
      ['timekeeper-prod-pipeline', true, ['Records']],
    ]);
    for (const { environment } of stacks) expect(environment).toMatchObject(PLACE);
  });

  it('tells where its tickets are, and the records that the DNS of its sender needs', () => {
    const [records] = lookedOver({ ...PROD, ...PLACE }).stacks;
    const outputs: Readonly<Record<string, { readonly Value: unknown }>> = records!.template.Outputs;
    expect(outputs).toHaveProperty('TableName');
    const told = Object.entries(outputs).filter(([name]) => name.startsWith('DnsRecord'));
    expect(told).toHaveLength(5);
    expect(told[3]![1].Value).toBe('bounce.desk.example.org MX 10 feedback-smtp.eu-central-1.amazonses.com');
  });

  it('is tagged with what it is, so that the bill and every resource tell', () => {
    for (const { tags } of lookedOver({ ...PROD, tags: { team: 'support' } }).stacks)
      expect(tags).toEqual({
        app: 'timekeeper',
        stage: 'prod',
        team: 'support',
        version: expect.stringMatching(/^\d/),
      });
  });
});
