import { synthesize } from '../../infra/local/synthesize.ts';
import { type Identified, resourcesOf } from '../../infra/local/template.ts';

/** The stack with its default settings, its code left out. */
export const template = await synthesize();

// biome-ignore lint/suspicious/noExplicitAny: CloudFormation's own shapes
type Properties = any;

/** The resources of a type, each with its id and properties. */
export const all = (type: string, from = template): readonly (Identified & { readonly Properties: Properties })[] =>
  resourcesOf(from, type);

/** The resource of a type with one of our names. */
export function byName(type: string, name: string, from = template): Identified & { readonly Properties: Properties } {
  const found = all(type, from).find(({ Metadata }) => Metadata?.['timekeeper:name'] === name);
  if (found === undefined) throw new Error(`there is no ${type} ${name}`);
  return found;
}

/** A statement of a policy, its actions and resources always lists. */
export interface Statement {
  readonly effect: string;
  readonly actions: readonly string[];
  readonly resources: readonly unknown[];
}

/** All that a function's role allows it. */
export function permissionsOf(functionName: string, from = template): readonly Statement[] {
  const role = byName('AWS::Lambda::Function', functionName, from).Properties.Role['Fn::GetAtt'][0];
  return all('AWS::IAM::Policy', from)
    .filter(({ Properties }) => Properties.Roles.some((each: { Ref: string }) => each.Ref === role))
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
    .map(({ Effect, Action, Resource }) => ({
      effect: Effect,
      actions: [Action].flat(),
      resources: [Resource].flat(),
    }));
}
