import type { Attributes } from '../ticket/ticket-event.ts';
import { meets } from './condition.ts';
import type { Policy } from './policy.ts';
import type { Recipient, Route } from './recipient.ts';
import type { Recipients } from './ways.ts';

/**
 * How a recipient of the policy is told of a ticket of these attributes and with this severity applied: as the first route that is
 * met says, and else as they say themselves; undefined where there is nobody of that name.
 */
export function recipientFor(
  policy: Pick<Policy, 'recipients'>,
  name: string,
  attributes: Attributes,
  severity: string,
): Recipient | undefined {
  if (!Object.hasOwn(policy.recipients, name)) return undefined;
  const recipient = policy.recipients[name]!;
  const { routes: _all, ...own } = recipient;
  const { when: _met, ...route } = routeFor(recipient, attributes, severity) ?? { when: {} };
  return { ...own, ...route };
}

/** The route by which a recipient is told of such a ticket; undefined where none of theirs is met. */
export function routeFor({ routes = [] }: Recipient, attributes: Attributes, severity: string): Route | undefined {
  const judged = { ...attributes, severity };
  return routes.find(({ when }) => meets(judged, when));
}

/** How everybody is told of such a ticket, by name. */
export const recipientsFor = (
  policy: Pick<Policy, 'recipients'>,
  attributes: Attributes,
  severity: string,
): Recipients =>
  Object.fromEntries(
    Object.keys(policy.recipients).map(name => [name, recipientFor(policy, name, attributes, severity)!]),
  );
