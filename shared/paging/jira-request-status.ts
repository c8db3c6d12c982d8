import * as z from 'zod/mini';
import { SECOND } from '../calendar/instant.ts';
import { oneLine } from '../notification/one-line.ts';
import { jiraAlerts } from './jira-alerts.ts';
import type { FollowUp, PageResponse, PageTarget, Refusal } from './paging-provider.ts';
import { parsed } from './parsed.ts';

const STATUS_LIMIT = 200;

const answer = z.object({ data: z.object({ isSuccess: z.boolean(), status: z.optional(z.string()) }) });

/**
 * What became of a request to Jira that was taken, by its id and with the same key ("Get request status" in
 * https://developer.atlassian.com/cloud/jira/service-desk-ops/rest/v1/api-group-integration-events/; the answer is that of
 * https://docs.opsgenie.com/docs/alert-api, "Get Request Status"). 404 is one that is not worked on yet: it is believed.
 */
export const jiraRequestStatus: FollowUp = {
  after: 2 * SECOND,

  question: (reference: string, target: PageTarget) => jiraAlerts(`/requests/${encodeURIComponent(reference)}`, target),

  refusal({ status, body }: PageResponse): Refusal | undefined {
    const said = status === 200 ? answer.safeParse(parsed(body)).data?.data : undefined;
    if (said === undefined || said.isSuccess) return undefined;
    const why = oneLine(said.status ?? '', STATUS_LIMIT);
    return { verdict: 'refused', detail: `Jira took it and made no alert of it${why && `: ${why}`}` };
  },
};
