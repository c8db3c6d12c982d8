import type { Template } from './template.ts';

/** A stack's template, with what it tells other stacks. */
interface StackTemplate extends Template {
  readonly Outputs?: Readonly<Record<string, { readonly Value: unknown }>>;
}

/** What `Fn::GetStackOutput` asks for. */
interface Reference {
  readonly StackName: string;
  readonly OutputName: string;
}

/**
 * The templates of stacks as one, by the stacks' names: a reference from one to an output of another becomes what that output is.
 * Throws for an output that is not there, and for two resources of one id.
 */
export function merged(stacks: Readonly<Record<string, StackTemplate>>): Template {
  const Resources: Record<string, Template['Resources'][string]> = {};
  for (const [id, resource] of Object.values(stacks).flatMap(stack => Object.entries(stack.Resources))) {
    if (id in Resources) throw new Error(`two stacks have a resource ${id}`);
    Resources[id] = inlined(resource, stacks) as Template['Resources'][string];
  }
  return { Resources };
}

function inlined(value: unknown, stacks: Readonly<Record<string, StackTemplate>>): unknown {
  if (Array.isArray(value)) return value.map(item => inlined(item, stacks));
  if (typeof value !== 'object' || value === null) return value;
  if ('Fn::GetStackOutput' in value) return inlined(outputOf(value['Fn::GetStackOutput'] as Reference, stacks), stacks);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inlined(item, stacks)]));
}

function outputOf({ StackName, OutputName }: Reference, stacks: Readonly<Record<string, StackTemplate>>): unknown {
  const output = stacks[StackName]?.Outputs?.[OutputName];
  if (output === undefined) throw new Error(`no stack ${StackName} tells ${OutputName}`);
  return output.Value;
}
