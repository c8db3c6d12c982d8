import { createHmac, randomUUID } from 'node:crypto';
import type { Webhook } from './webhook.ts';

/** What somebody can do with an incident in the app; an acknowledgement also runs out by itself. */
export type Reaction = 'acknowledge' | 'unacknowledge' | 'resolve' | 'reopen';

/** How an incident stands after each reaction, and what the event is called. */
export const REACTIONS = {
  acknowledge: { status: 'acknowledged', type: 'incident.acknowledged' },
  unacknowledge: { status: 'triggered', type: 'incident.unacknowledged' },
  resolve: { status: 'resolved', type: 'incident.resolved' },
  reopen: { status: 'triggered', type: 'incident.reopened' },
} as const satisfies Record<Reaction, { readonly status: string; readonly type: string }>;

/**
 * The webhook, version 3, that tells of a reaction (https://developer.pagerduty.com/docs/webhooks/v3-overview/), signed with each of the
 * secrets (https://developer.pagerduty.com/docs/webhooks/webhook-signatures/).
 */
export function webhookOf(
  incident: { readonly dedupKey: string; readonly summary: string; readonly triggeredAt: number },
  reaction: Reaction,
  by: string,
  at: number,
  secrets: readonly string[],
): Webhook {
  const { type, status } = REACTIONS[reaction];
  const body = JSON.stringify({
    event: {
      id: randomUUID(),
      event_type: type,
      resource_type: 'incident',
      occurred_at: new Date(at).toISOString(),
      agent: { id: 'PLH1HKV', summary: by, type: 'user_reference' },
      client: null,
      data: {
        id: 'PGR0VU2',
        type: 'incident',
        number: 1,
        status,
        incident_key: incident.dedupKey,
        created_at: new Date(incident.triggeredAt).toISOString(),
        title: incident.summary,
      },
    },
  });
  const signatures = secrets.map(secret => `v1=${createHmac('sha256', secret).update(body).digest('hex')}`);
  return {
    headers: { 'content-type': 'application/json', 'x-pagerduty-signature': signatures.join(',') },
    body,
  };
}
