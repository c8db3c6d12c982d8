import { type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';

/**
 * Has an app looked over when it is synthesized, by the rules of AWS Solutions and of the Serverless Lens beside those of CloudFormation itself;
 * a finding that is not excepted with a reason fails the synthesis.
 */
export const checked = (app: App): void =>
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
