import { Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** A rule that asks for what is not wanted, as its pack numbers it: `AwsSolutions-SQS3`; and why it is not wanted. */
export type Exception = readonly [rule: string, reason: string];

/** Says why findings about a construct, and all that is in it, are as they should be. */
export function except(construct: IConstruct, ...exceptions: readonly Exception[]): void {
  for (const [rule, reason] of exceptions)
    Validations.of(construct).acknowledge({ id: `${rule.split('-')[0]}::${rule}`, reason });
}

/** Says why a role may go by a resource's beginning only; cdk-nag names the finding after the ARN, with `<Name>` for what is not known yet. */
export function exceptWildcard(role: IConstruct, arn: string, reason: string): void {
  const resolved: string | Join = Stack.of(role).resolve(arn);
  const text = typeof resolved === 'string' ? resolved : resolved['Fn::Join'][1].map(partText).join('');
  except(role, [`AwsSolutions-IAM5[Resource::${text}]`, reason]);
}

interface Join {
  readonly 'Fn::Join': readonly [separator: '', parts: readonly (string | { readonly Ref: string })[]];
}

const partText = (part: string | { readonly Ref: string }): string =>
  typeof part === 'string' ? part : `<${part.Ref}>`;
