import { ilert } from './ilert.ts';
import { incidentIo } from './incident-io.ts';
import { jiraOperations } from './jira-operations.ts';
import { pagerduty } from './pagerduty.ts';
import type { PagingProvider } from './paging-provider.ts';
import { slack } from './slack.ts';
import { sns } from './sns.ts';
import { teams } from './teams.ts';
import { webhook } from './webhook.ts';

/** Every paging service there is, in the order it is listed to people. */
export const PROVIDERS: readonly PagingProvider[] = [
  pagerduty,
  slack,
  teams,
  jiraOperations,
  incidentIo,
  ilert,
  sns,
  webhook,
];

/** The provider a policy names; undefined when there is none of that name. */
export const providerOf = (name: string): PagingProvider | undefined =>
  PROVIDERS.find(provider => provider.name === name);
