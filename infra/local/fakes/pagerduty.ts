import { callLimit } from './call-limit.ts';
import { type FakeAnswer, type FakeRequest, type HttpFake, type Listen, startHttpFake } from './http-fake.ts';
import { faultsOf, type PagerDutyEvent } from './pagerduty-event.ts';
import { type Happened, REACTIONS, type Reaction, webhookOf } from './pagerduty-webhook.ts';
import { parsed } from './parsed.ts';
import type { Webhook } from './webhook.ts';

/** An incident as its responders see it; `alerts` counts the triggers it got. */
export interface Incident {
  readonly id: string;
  readonly routingKey: string;
  readonly dedupKey: string;
  readonly status: 'triggered' | 'acknowledged' | 'resolved';
  readonly summary: string;
  readonly severity: string;
  readonly component?: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly triggeredAt: number;
  readonly resolvedAt?: number;
  readonly alerts: number;
}

/** PagerDuty's Events API v2, played on this machine. */
export interface FakePagerDuty extends HttpFake {
  /** Every incident there has been, the oldest first. */
  incidents(): readonly Incident[];
  /** From now on tells whatever happens to an incident by a webhook, signed with each of the secrets. */
  subscribe(secrets: readonly string[], send: (webhook: Webhook) => unknown): void;
  /** Somebody does something with the latest incident of a key, in the app; gives the webhook that tells of it. Throws where there is none. */
  react(dedupKey: string, reaction: Reaction, by: string): Webhook;
}

const SIZE_LIMIT = 512 * 1024;
const CALLS_LIMIT = 120;
const CALLS_WINDOW = 60_000;

/**
 * Starts a fake of the Events API v2 with its documented answers and limits: 512 KB an event
 * (https://developer.pagerduty.com/docs/events-api-v2/overview/), 120 calls a minute for each key, looking back from now
 * (https://developer.pagerduty.com/docs/events-api-v2/rate-limits/). Events for one key go to its open incident; a resolve of what is
 * not open is dropped (https://developer.pagerduty.com/docs/events-api-v2/trigger-events/). Webhooks tell of what people do and of what
 * came by the API; its service makes incidents of alerts, so that they do not tell the key.
 */
export async function startFakePagerDuty(listen: Listen): Promise<FakePagerDuty> {
  const incidents: Incident[] = [];
  const limited = callLimit(CALLS_LIMIT, CALLS_WINDOW);
  let subscription: { secrets: readonly string[]; send: (webhook: Webhook) => unknown } | undefined;

  function tell(incident: Incident, what: Happened): Webhook {
    const webhook = webhookOf({ ...incident, key: null }, what, subscription?.secrets ?? []);
    subscription?.send(webhook);
    return webhook;
  }

  function react(dedupKey: string, reaction: Reaction, by: string): Webhook {
    const index = incidents.findLastIndex(incident => incident.dedupKey === dedupKey);
    const incident = incidents[index];
    if (incident === undefined) throw new Error(`there is no incident ${dedupKey}`);
    const at = Date.now();
    incidents[index] = become(incident, REACTIONS[reaction], at);
    return tell(incidents[index], { what: reaction, by, at });
  }

  function take(event: PagerDutyEvent, at: number): string {
    const { routing_key: routingKey, dedup_key: dedupKey = crypto.randomUUID() } = event;
    const open = incidents.findIndex(
      incident =>
        incident.routingKey === routingKey && incident.dedupKey === dedupKey && incident.status !== 'resolved',
    );
    const incident = incidents[open];
    const by = 'the integration';
    if (event.event_action === 'trigger') {
      if (incident) incidents[open] = { ...incident, alerts: incident.alerts + 1 };
      else {
        const next = opened(`Q${incidents.length}`, routingKey, dedupKey, event.payload, at);
        incidents.push(next);
        tell(next, { what: 'trigger', by, at, client: event.client });
      }
    } else if (incident && incident.status !== REACTIONS[event.event_action]) {
      incidents[open] = become(incident, REACTIONS[event.event_action], at);
      tell(incidents[open], { what: event.event_action, by, at });
    }
    return dedupKey;
  }

  function answer({ method, path, body, at }: FakeRequest): FakeAnswer {
    if (path !== '/v2/enqueue') return { status: 404 };
    if (method !== 'POST') return { status: 405 };
    if (Buffer.byteLength(body) > SIZE_LIMIT) return { status: 413, body: { status: 'request entity too large' } };
    const event = parsed(body);
    const errors = faultsOf(event);
    if (errors.length > 0)
      return { status: 400, body: { status: 'invalid event', message: 'Event object is invalid', errors } };
    const valid = event as PagerDutyEvent;
    if (limited(valid.routing_key, at)) return { status: 429, body: { status: 'throttle exceeded' } };
    return { status: 202, body: { status: 'success', message: 'Event processed', dedup_key: take(valid, at) } };
  }

  return {
    ...(await startHttpFake(listen, answer)),
    incidents: () => incidents,
    subscribe(secrets, send) {
      subscription = { secrets, send };
    },
    react,
  };
}

function become({ resolvedAt: _before, ...incident }: Incident, status: Incident['status'], at: number): Incident {
  return { ...incident, status, ...(status === 'resolved' ? { resolvedAt: at } : {}) };
}

const opened = (
  id: string,
  routingKey: string,
  dedupKey: string,
  { summary, severity, component, custom_details: details = {} }: NonNullable<PagerDutyEvent['payload']>,
  at: number,
): Incident => ({
  id,
  routingKey,
  dedupKey,
  status: 'triggered',
  summary,
  severity,
  ...(component === undefined ? {} : { component }),
  details,
  triggeredAt: at,
  alerts: 1,
});
