import { readFileSync } from 'node:fs';
import type { StackProps } from 'aws-cdk-lib';
import type { Settings } from '../shared/installation/settings.ts';
import { physicalName } from './named.ts';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/**
 * What every stack of a stage has: its name, its place where one was said, its tags, which CloudFormation hands on to each resource that
 * can have any, and in a protected stage that nobody deletes it by mistake: with the pipeline would go the address help desks send to.
 */
export function stackProps(settings: Settings, name: string, purpose: string): StackProps {
  const { stage, account, region, tags, protect } = settings;
  return {
    stackName: physicalName(settings, name),
    description: `Timekeeper ${stage}: ${purpose}`,
    terminationProtection: protect,
    tags: { ...tags, app: 'timekeeper', stage, version },
    ...(account === undefined || region === undefined ? {} : { env: { account, region } }),
  };
}
