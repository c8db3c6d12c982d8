import type { Permission } from './asked.ts';
import { type Identified, type Place, resolve, resourcesOf, type Template } from './template.ts';

/** What a function's role allows, each action with each of its resources; throws for a statement that is no plain permission. */
export function permissionsOf(
  template: Template,
  places: Readonly<Record<string, Place>>,
  { Properties }: Identified,
): readonly Permission[] {
  const [role] = (Properties.Role as { readonly 'Fn::GetAtt': readonly string[] })['Fn::GetAtt'];
  return resourcesOf(template, 'AWS::IAM::Policy')
    .filter(policy => (policy.Properties.Roles as readonly { readonly Ref: string }[]).some(({ Ref }) => Ref === role))
    .flatMap(policy => (policy.Properties.PolicyDocument as { readonly Statement: readonly Statement[] }).Statement)
    .flatMap(statement => pairsOf(statement, places));
}

interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
}

function pairsOf(statement: Statement, places: Readonly<Record<string, Place>>): readonly Permission[] {
  const { Effect, Action, Resource, ...more } = statement;
  if (Effect !== 'Allow' || Object.keys(more).length > 0)
    throw new Error(`a role has ${JSON.stringify(statement)}, which is not known on this machine`);
  return [Resource]
    .flat()
    .flatMap(resource => [Action].flat().map(action => ({ action, resource: String(resolve(resource, places)) })));
}
