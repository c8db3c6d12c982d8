import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { settingsFrom } from './settings.ts';
import { timekeeper } from './stack.ts';

const app = new App();
timekeeper(app, { settings: settingsFrom(name => app.node.tryGetContext(name)), bundling: true });
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
