import { pagerduty } from './pagerduty.ts';
import type { PagingProvider } from './paging-provider.ts';
import { webhook } from './webhook.ts';

/** Every paging service there is, in the order it is listed to people. */
export const PROVIDERS: readonly PagingProvider[] = [pagerduty, webhook];

/** The provider a policy names; undefined when there is none of that name. */
export const providerOf = (name: string): PagingProvider | undefined =>
  PROVIDERS.find(provider => provider.name === name);
