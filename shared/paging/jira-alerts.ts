import type { PageQuestion, PageTarget } from './paging-provider.ts';

const ORIGIN = 'https://api.atlassian.com';
const ALERTS = '/jsm/ops/integration/v2/alerts';

/**
 * Where the alerts of an integration are, or something below them, with its API key
 * (https://developer.atlassian.com/cloud/jira/service-desk-ops/rest/v1/api-group-integration-events/).
 */
export const jiraAlerts = (below: string, { secret, standIn = ORIGIN }: PageTarget): PageQuestion => ({
  url: new URL(ALERTS + below, standIn).href,
  headers: { authorization: `GenieKey ${secret}` },
});
