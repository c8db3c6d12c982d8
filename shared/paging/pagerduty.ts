import { MINUTE, SECOND } from '../calendar/instant.ts';
import type { Outcome } from '../notification/delivery.ts';
import { oneLine } from '../notification/one-line.ts';
import { clientOf } from './pagerduty-client.ts';
import type {
  AcknowledgeOrder,
  PageOrder,
  PageRequest,
  PageResponse,
  PageTarget,
  PagingProvider,
  Refusal,
} from './paging-provider.ts';
import { reasonIn } from './reason-in.ts';
import { verdictByStatus } from './verdict-by-status.ts';

/** The service regions (https://support.pagerduty.com/main/docs/service-regions); a routing key is told to nobody else. */
const REGIONS = ['https://events.pagerduty.com', 'https://events.eu.pagerduty.com'];

const ROUTING_KEY = /^[0-9a-z]{32}$/i;
const SUMMARY_LIMIT = 1024;
const DETAIL_LIMIT = 200;
const WAIT_WHEN_LIMITED = 30 * SECOND;

/**
 * PagerDuty, Events API v2: a routing key of 32 characters, a `dedup_key` of at most 255, a summary of at most 1024
 * (https://developer.pagerduty.com/docs/events-api-v2/trigger-events/), 512 KB in all
 * (https://developer.pagerduty.com/docs/events-api-v2/overview/).
 */
export const pagerduty: PagingProvider = {
  name: 'pagerduty',
  url: 'optional',
  /** 120 calls a minute for each key (https://developer.pagerduty.com/docs/events-api-v2/rate-limits/). */
  limit: { count: 120, per: MINUTE },

  request: (order: PageOrder, target: PageTarget) => enqueued(order, target),

  acknowledge: (order: AcknowledgeOrder, target: PageTarget) => enqueued(order, target),

  /**
   * 202 is accepted, 400 is a bad event, 429 and 5xx are tried again (overview, "Response Codes & Retry Logic"); where 429 names no
   * wait, 30 s (https://developer.pagerduty.com/docs/events-api-v2/rate-limits/). What is not documented is tried again.
   */
  verdict(response: PageResponse): Outcome {
    const reason = reasonIn(response.body);
    return verdictByStatus(response, { who: 'PagerDuty', final: [400, 413], reason, wait: WAIT_WHEN_LIMITED });
  },
};

function enqueued(
  order: PageOrder | AcknowledgeOrder,
  { secret, url = REGIONS[0]!, standIn }: PageTarget,
): PageRequest | Refusal {
  if (!ROUTING_KEY.test(secret)) return { verdict: 'refused', detail: 'the secret is not a PagerDuty routing key' };
  const region = standIn ?? REGIONS.find(origin => origin === URL.parse(url)?.origin);
  if (region === undefined) return { verdict: 'refused', detail: 'the url is not one of PagerDuty' };
  return {
    url: new URL('/v2/enqueue', region).href,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      routing_key: secret,
      event_action: order.action,
      dedup_key: order.key,
      ...(order.action === 'trigger' ? eventOf(order) : {}),
    }),
  };
}

function eventOf(order: PageOrder & { action: 'trigger' }) {
  const { at, source, ticket, message } = order;
  const details = Object.entries(message.details).map(([name, value]) => [name, oneLine(value, DETAIL_LIMIT)]);
  return {
    payload: {
      summary: message.summary.slice(0, SUMMARY_LIMIT).toWellFormed(),
      source,
      severity: message.severity,
      timestamp: new Date(at).toISOString(),
      component: ticket,
      group: message.policy,
      class: message.class,
      custom_details: Object.fromEntries(details),
    },
    client: clientOf(order.key),
    ...(message.link ? { links: [{ href: message.link.url, text: message.link.text }] } : {}),
  };
}
