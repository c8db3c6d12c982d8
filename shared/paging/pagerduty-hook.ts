import * as z from 'zod/mini';
import type { PagerState } from '../notification/in-pager.ts';
import { oneLine } from '../notification/one-line.ts';
import {
  type HookRequest,
  NAME_LIMIT,
  type PagerEvent,
  type PagerHook,
  type PagerNaming,
  type Proof,
} from './pager-hook.ts';
import { keyOfClient } from './pagerduty-client.ts';
import { parsed } from './parsed.ts';

const STATES: Readonly<Record<string, PagerState>> = {
  'incident.acknowledged': 'acknowledged',
  'incident.unacknowledged': 'ringing',
  'incident.reopened': 'ringing',
  'incident.resolved': 'resolved',
};

const name = z.optional(z.nullable(z.string()));

const envelope = z.object({
  event: z.object({
    id: z.string().check(z.minLength(1), z.maxLength(200)),
    event_type: z.string(),
    occurred_at: z.iso.datetime({ offset: true }),
    agent: z.optional(z.nullable(z.object({ summary: name, type: name }))),
    client: z.optional(z.nullable(z.object({ name }))),
    data: z.looseObject({}),
  }),
});

const incident = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(100)),
  incident_key: z.nullable(z.string().check(z.maxLength(255))),
});

type Event = z.infer<typeof envelope>['event'];

/**
 * PagerDuty, webhooks v3: one event a request (https://developer.pagerduty.com/docs/webhooks/v3-overview/); a list of signatures, one for each
 * secret while they are changed, of which one has to be right (https://developer.pagerduty.com/docs/webhooks/webhook-signatures/). Told
 * at least once, in order; 4xx is not tried again, and an answer is waited for for 5 s
 * (https://developer.pagerduty.com/docs/webhooks/webhook-behavior/). An incident's `incident_key` is the `dedup_key` of the event that
 * opened it, or, as services that make incidents of alerts tell it, null: then the incident is known by its id, which the event of its
 * triggering tells together with our client. An incident that holds several alerts is the page of the first.
 */
export const pagerdutyHook: PagerHook = {
  name: 'pagerduty',
  refusesReplays: false,

  isTrue({ headers, body }: HookRequest, { secrets, hmac, isSame }: Proof): boolean {
    const signatures = (headers['x-pagerduty-signature'] ?? '').split(',').map(each => each.trim());
    return secrets.some(secret => signatures.some(signature => isSame(signature, `v1=${hmac(secret, body)}`)));
  },

  read({ body }: HookRequest): PagerEvent | PagerNaming | 'nothing' | undefined {
    const { data } = envelope.safeParse(parsed(body));
    if (data === undefined) return undefined;
    const { event } = data;
    const state = STATES[event.event_type];
    if (state === undefined && event.event_type !== 'incident.triggered') return 'nothing';
    const about = incident.safeParse(event.data).data;
    if (about === undefined) return undefined;
    if (state === undefined) return namingIn(event, about.id);
    if (state !== 'ringing' && isNobody(event.agent)) return 'nothing';
    const by = oneLine(event.agent?.summary ?? '', NAME_LIMIT) || 'PagerDuty';
    return { id: event.id, page: about.incident_key ?? about.id, state, at: Date.parse(event.occurred_at), by };
  },
};

function namingIn({ id, client }: Event, calledThere: string): PagerNaming | 'nothing' {
  const page = keyOfClient(client?.name ?? '');
  return page === undefined ? 'nothing' : { id, page, calledThere };
}

/**
 * Whether it was nobody: what comes by an integration, such as our own resolve, is told in its name, and what PagerDuty does by itself,
 * such as resolving what is open for long, in nobody's.
 */
const isNobody = (agent: Event['agent']): boolean => !agent || (agent.type ?? '').endsWith('integration_reference');
