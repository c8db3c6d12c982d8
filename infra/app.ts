import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import type { Settings } from '../shared/installation/settings.ts';
import { bundle } from './bundle.ts';
import { checked } from './checks.ts';
import { ENTRIES } from './function.ts';
import { stageSettings } from './settings.ts';
import { timekeeper } from './stacks.ts';

const ROOT = new URL('..', import.meta.url).pathname;

const app = new App();
const settings = settingsOrEnd();
const directoryOf = await bundle(ENTRIES);
timekeeper(app, { settings, codeOf: entry => Code.fromAsset(directoryOf(entry)) });
checked(app);

/** A person who left something out needs the sentences, not the stack. */
function settingsOrEnd(): Settings {
  try {
    return stageSettings(app.node.getAllContext(), ROOT);
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}
