import { MINUTE, SECOND } from '../calendar/instant.ts';
import type { Outcome } from '../notification/delivery.ts';
import { oneLine } from '../notification/one-line.ts';
import type { PageOrder, PageRequest, PageResponse, PageTarget, PagingProvider, Refusal } from './paging-provider.ts';
import { reasonIn } from './reason-in.ts';
import { verdictByStatus } from './verdict-by-status.ts';

const ORIGIN = 'https://api.incident.io';
const SOURCE = /^\/v2\/alert_events\/http\/\w{1,64}$/;
const TOKEN = /^[\w.~+/-]{8,512}=*$/;

const TITLE_LIMIT = 200;
const DETAIL_LIMIT = 200;
const DETAILS = 60;
const WAIT_WHEN_LIMITED = 10 * SECOND;

/**
 * incident.io, an HTTP alert source: the policy says the source's address, the secret is its token, told to nobody else. Events with
 * one `deduplication_key` are one alert; `status` is firing or resolved, and every event has a title
 * (https://docs.incident.io/api-reference/alert-events-v2/createhttp). Details go into `metadata`, where nothing is Markdown, as it
 * is in the description. An event has at most 512 KB, as incident.io's own sender keeps to
 * (https://github.com/prometheus/alertmanager/pull/4372); the details are counted, so that there is never more.
 */
export const incidentIo: PagingProvider = {
  name: 'incident.io',
  url: 'required',
  /** 120 events a minute for each source (https://docs.incident.io/incidents/auto-create). */
  limit: { count: 120, per: MINUTE },

  request(order: PageOrder, { secret, url = '', standIn }: PageTarget): PageRequest | Refusal {
    if (!TOKEN.test(secret)) return { verdict: 'refused', detail: 'the secret is not the token of an alert source' };
    const source = URL.parse(url);
    if (source?.origin !== ORIGIN || !SOURCE.test(source.pathname))
      return { verdict: 'refused', detail: 'the url is not that of an incident.io alert source' };
    return {
      url: new URL(source.pathname, standIn ?? ORIGIN).href,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
      body: JSON.stringify({ deduplication_key: order.key, ...eventOf(order) }),
    };
  },

  /**
   * 202 is accepted; 422 is an event that fails validation (the same page, "Errors"). 120 events a
   * minute for each source, then 429 (https://docs.incident.io/incidents/auto-create), which names its wait in Retry-After.
   */
  verdict(response: PageResponse): Outcome {
    const reason = reasonIn(response.body);
    return verdictByStatus(response, { who: 'incident.io', final: [400, 413, 422], reason, wait: WAIT_WHEN_LIMITED });
  },
};

function eventOf(order: PageOrder) {
  const { ticket, source } = order;
  if (order.action === 'resolve')
    return { status: 'resolved', title: oneLine(order.summary, TITLE_LIMIT), metadata: { ticket, source } };
  const { summary, details, severity, policy, link } = order.message;
  const kept = Object.entries(details)
    .slice(0, DETAILS)
    .map(([name, value]) => [oneLine(name, DETAIL_LIMIT), oneLine(value, DETAIL_LIMIT)] as const);
  return {
    status: 'firing',
    title: oneLine(summary, TITLE_LIMIT),
    ...(link ? { source_url: link.url } : {}),
    metadata: { ...Object.fromEntries(kept), ticket, source, urgency: severity, policy },
  };
}
