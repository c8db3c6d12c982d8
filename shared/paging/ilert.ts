import { MINUTE, SECOND } from '../calendar/instant.ts';
import type { Outcome } from '../notification/delivery.ts';
import { oneLine } from '../notification/one-line.ts';
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

const ORIGIN = 'https://api.ilert.com';
const INTEGRATION_KEY = /^[\w-]{16,128}$/;

const SUMMARY_LIMIT = 200;
const DETAIL_LIMIT = 200;
const DETAILS = 60;
const WAIT_WHEN_LIMITED = 30 * SECOND;

/**
 * ilert, events: an integration key, an `alertKey` that names the open alert an event belongs to, compared without case, and a
 * summary in every event (https://api.ilert.com/api-docs/, "Post an event to ilert").
 */
export const ilert: PagingProvider = {
  name: 'ilert',
  url: 'none',
  /** 50 events a minute for each key (https://docs.ilert.com/rest-api/alertsource-throttle). */
  limit: { count: 50, per: MINUTE },

  request: (order: PageOrder, target: PageTarget) => posted(order, target),

  acknowledge: (order: AcknowledgeOrder, target: PageTarget) => posted(order, target),

  /**
   * 202 is accepted; a 429 lasts until a new minute starts, with 10 to 30 s as the suggested wait
   * (https://docs.ilert.com/rest-api/alertsource-throttle). What is not documented is tried again.
   */
  verdict(response: PageResponse): Outcome {
    const reason = reasonIn(response.body);
    return verdictByStatus(response, { who: 'ilert', final: [400, 413, 422], reason, wait: WAIT_WHEN_LIMITED });
  },
};

function posted(order: PageOrder | AcknowledgeOrder, { secret, standIn = ORIGIN }: PageTarget): PageRequest | Refusal {
  if (!INTEGRATION_KEY.test(secret))
    return { verdict: 'refused', detail: 'the secret is not an ilert integration key' };
  return {
    url: new URL('/api/events', standIn).href,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ integrationKey: secret, alertKey: order.key, ...eventOf(order) }),
  };
}

function eventOf(order: PageOrder | AcknowledgeOrder) {
  if (order.action === 'acknowledge') return { eventType: 'ACCEPT', summary: oneLine(order.summary, SUMMARY_LIMIT) };
  if (order.action === 'resolve') return { eventType: 'RESOLVE', summary: oneLine(order.summary, SUMMARY_LIMIT) };
  const { summary, details, severity, policy, link } = order.message;
  const kept = Object.entries(details)
    .slice(0, DETAILS)
    .map(([name, value]) => [oneLine(name, DETAIL_LIMIT), oneLine(value, DETAIL_LIMIT)] as const);
  return {
    eventType: 'ALERT',
    summary: oneLine(summary, SUMMARY_LIMIT),
    priority: severity === 'critical' || severity === 'error' ? 'HIGH' : 'LOW',
    customDetails: { ...Object.fromEntries(kept), ticket: order.ticket, source: order.source, policy },
    ...(link ? { links: [{ href: link.url, text: link.text }] } : {}),
  };
}
