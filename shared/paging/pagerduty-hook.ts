import * as z from 'zod/mini';
import type { PagerState } from '../notification/in-pager.ts';
import { oneLine } from '../notification/one-line.ts';
import { type HookRequest, NAME_LIMIT, type PagerEvent, type PagerHook, type Proof } from './pager-hook.ts';
import { parsed } from './parsed.ts';

const STATES: Readonly<Record<string, PagerState>> = {
  'incident.acknowledged': 'acknowledged',
  'incident.unacknowledged': 'ringing',
  'incident.reopened': 'ringing',
  'incident.resolved': 'resolved',
};

const envelope = z.object({
  event: z.object({
    id: z.string().check(z.minLength(1), z.maxLength(200)),
    event_type: z.string(),
    occurred_at: z.iso.datetime({ offset: true }),
    agent: z.optional(z.nullable(z.object({ summary: z.optional(z.nullable(z.string())) }))),
    data: z.looseObject({}),
  }),
});

const incident = z.object({ incident_key: z.nullable(z.string().check(z.maxLength(255))) });

/**
 * PagerDuty, webhooks v3: one event a request (https://developer.pagerduty.com/docs/webhooks/v3-overview/); a list of signatures, one for each
 * secret while they are changed, of which one has to be right (https://developer.pagerduty.com/docs/webhooks/webhook-signatures/). An
 * incident's `incident_key` is the `dedup_key` of the event that opened it. Told at least once, in order; 4xx is not tried again, and an
 * answer is waited for for 5 s (https://developer.pagerduty.com/docs/webhooks/webhook-behavior/).
 */
export const pagerdutyHook: PagerHook = {
  name: 'pagerduty',
  refusesReplays: false,

  isTrue({ headers, body }: HookRequest, { secrets, hmac, isSame }: Proof): boolean {
    const signatures = (headers['x-pagerduty-signature'] ?? '').split(',').map(each => each.trim());
    return secrets.some(secret => signatures.some(signature => isSame(signature, `v1=${hmac(secret, body)}`)));
  },

  read({ body }: HookRequest): PagerEvent | 'nothing' | undefined {
    const { data } = envelope.safeParse(parsed(body));
    if (data === undefined) return undefined;
    const { event } = data;
    const state = STATES[event.event_type];
    if (state === undefined) return 'nothing';
    const about = incident.safeParse(event.data).data;
    if (about === undefined) return undefined;
    if (about.incident_key === null) return 'nothing';
    const by = oneLine(event.agent?.summary ?? '', NAME_LIMIT) || 'PagerDuty';
    return { id: event.id, page: about.incident_key, state, at: Date.parse(event.occurred_at), by };
  },
};
