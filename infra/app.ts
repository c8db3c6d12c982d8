import { App, Validations } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { AwsSolutionsChecks } from 'cdk-nag';
import { bundle } from './bundle.ts';
import { ENTRIES } from './function.ts';
import { settingsFrom } from './settings.ts';
import { timekeeper } from './stacks.ts';

const app = new App();
const directoryOf = await bundle(ENTRIES);
timekeeper(app, {
  settings: settingsFrom(name => app.node.tryGetContext(name)),
  codeOf: entry => Code.fromAsset(directoryOf(entry)),
});
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
