import type { Outcome } from '../notification/delivery.ts';
import { oneLine } from '../notification/one-line.ts';
import { fitting } from './fitting.ts';
import { jiraAlerts } from './jira-alerts.ts';
import { jiraRequestStatus } from './jira-request-status.ts';
import type {
  AcknowledgeOrder,
  PageOrder,
  PageRequest,
  PageResponse,
  PageSeverity,
  PageTarget,
  PagingProvider,
  Refusal,
} from './paging-provider.ts';
import { reasonIn } from './reason-in.ts';
import { verdictByStatus } from './verdict-by-status.ts';

const API_KEY = /^[\w-]{20,128}$/;

const MESSAGE_LIMIT = 130;
const SOURCE_LIMIT = 100;
const ENTITY_LIMIT = 512;
const DETAIL_LIMIT = 200;
const DETAILS_LIMIT = 8000;

const PRIORITIES: Readonly<Record<PageSeverity, string>> = { critical: 'P1', error: 'P2', warning: 'P3', info: 'P5' };

/**
 * Jira Service Management Operations, integration events, with the API key of an integration
 * (https://developer.atlassian.com/cloud/jira/service-desk-ops/rest/v1/api-group-integration-events/). An alias names the open alert
 * that a further one is counted to, at most 512 characters; a message has at most 130, and is shown as HTML
 * (https://operations-help.atlassian.net/wiki/spaces/OPSHELP/pages/8617985/Alert+fields);
 * a source 100 and all details together 8,000, as in the API it came from (https://docs.opsgenie.com/docs/alert-api).
 */
export const jiraOperations: PagingProvider = {
  name: 'jira-operations',
  url: 'none',

  request: (order: PageOrder, target: PageTarget) =>
    order.action === 'trigger'
      ? posted('', order, alertOf(order), target)
      : posted(onAlias(order, 'close'), order, {}, target),

  acknowledge: (order: AcknowledgeOrder, target: PageTarget) =>
    posted(onAlias(order, 'acknowledge'), order, {}, target),

  /**
   * 202 is taken for processing, which may yet fail: that is asked by the `requestId`, which is kept as the reference. 400, 413 and 422
   * are faults of the alert. What is not documented is tried again.
   */
  verdict(response: PageResponse): Outcome {
    const reason = reasonIn(response.body);
    const outcome = verdictByStatus(response, { who: 'Jira', final: [400, 413, 422], reason });
    const reference = /"requestId"\s*:\s*"([\w-]{1,64})"/.exec(response.body)?.[1];
    return outcome.verdict === 'sent' && reference !== undefined ? { ...outcome, reference } : outcome;
  },

  followUp: jiraRequestStatus,
};

const onAlias = ({ key }: Pick<PageOrder, 'key'>, what: string): string =>
  `/${encodeURIComponent(key)}/${what}?identifierType=alias`;

function posted(
  path: string,
  { source }: Pick<PageOrder, 'source'>,
  facts: object,
  target: PageTarget,
): PageRequest | Refusal {
  if (!API_KEY.test(target.secret))
    return { verdict: 'refused', detail: 'the secret is not the API key of an integration' };
  const { url, headers } = jiraAlerts(path, target);
  return {
    url,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ source: cut(source, SOURCE_LIMIT), ...facts }),
  };
}

function alertOf({ key, ticket, message }: PageOrder & { action: 'trigger' }) {
  const link = message.link ? [[message.link.text, message.link.url] as const] : [];
  const facts = Object.entries(message.details).map(
    ([name, value]) => [cut(name, DETAIL_LIMIT), cut(value, DETAIL_LIMIT)] as const,
  );
  const details = fitting([...link, ...facts], DETAILS_LIMIT, ([name, value]) => name.length + value.length);
  return {
    alias: key,
    message: cut(message.summary, MESSAGE_LIMIT),
    priority: PRIORITIES[message.severity],
    entity: cut(ticket, ENTITY_LIMIT),
    details: Object.fromEntries(details),
  };
}

/** Cut by UTF-16 units, as the limits count at worst; what would begin a tag looks the same and is none, on every screen. */
const cut = (text: string, limit: number): string =>
  oneLine(text, limit).slice(0, limit).toWellFormed().replaceAll('<', '‹').replaceAll('>', '›');
