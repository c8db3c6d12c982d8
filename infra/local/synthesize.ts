import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Settings } from '../../shared/installation/settings.ts';
import { merged } from './merged.ts';
import type { Template } from './template.ts';

const INFRA = fileURLToPath(new URL('../', import.meta.url));
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CDK = `${ROOT}cdk.json`;

/**
 * The stacks' templates as one, without bundled code, under the settings that are given and the feature flags of cdk.json; kept until
 * anything in infra/ changes. They are not validated, which takes three times as long as making them: `npm run synth` does that.
 */
export async function synthesize(settings: Partial<Settings> = {}): Promise<Template> {
  const kept = `${ROOT}node_modules/.cache/timekeeper/template-${fingerprint(JSON.stringify(settings))}.json`;
  try {
    return JSON.parse(readFileSync(kept, 'utf8'));
  } catch {
    const template = await build(settings);
    const draft = `${kept}.${process.pid}`;
    mkdirSync(`${ROOT}node_modules/.cache/timekeeper`, { recursive: true });
    writeFileSync(draft, JSON.stringify(template));
    renameSync(draft, kept);
    return template;
  }
}

async function build(settings: Partial<Settings>): Promise<Template> {
  const [{ App }, { Code }, { timekeeper }, { sound }] = await Promise.all([
    import('aws-cdk-lib'),
    import('aws-cdk-lib/aws-lambda'),
    import('../stacks.ts'),
    import('../settings.ts'),
  ]);
  const { context } = JSON.parse(readFileSync(CDK, 'utf8'));
  const app = new App({ analyticsReporting: false, builtinCloudFormationValidation: false, context });
  timekeeper(app, {
    settings: sound(settings),
    codeOf: entry => Code.fromInline(`// ${entry}`),
  });
  return merged(Object.fromEntries(app.synth().stacks.map(({ stackName, template }) => [stackName, template])));
}

function fingerprint(settings: string): string {
  const hash = createHash('sha256').update(settings);
  const sources = readdirSync(INFRA, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts') && !/^local\b/.test(name))
    .sort();
  for (const source of [
    ...sources.map(name => INFRA + name),
    `${INFRA}local/merged.ts`,
    CDK,
    `${ROOT}shared/installation/settings.ts`,
    `${ROOT}shared/measure/measures.ts`,
    `${ROOT}package.json`,
  ])
    hash.update(source).update(readFileSync(source));
  return hash.digest('hex').slice(0, 16);
}
