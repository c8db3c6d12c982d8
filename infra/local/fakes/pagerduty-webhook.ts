import { createHmac, randomUUID } from 'node:crypto';
import type { Webhook } from './webhook.ts';

/** What somebody can do with an incident in the app; an acknowledgement also runs out by itself. */
export type Reaction = 'acknowledge' | 'unacknowledge' | 'resolve' | 'reopen';

/** How an incident stands after each reaction. */
export const REACTIONS = {
  acknowledge: 'acknowledged',
  unacknowledge: 'triggered',
  resolve: 'resolved',
  reopen: 'triggered',
} as const satisfies Record<Reaction, string>;

const TYPES = {
  trigger: 'incident.triggered',
  acknowledge: 'incident.acknowledged',
  unacknowledge: 'incident.unacknowledged',
  resolve: 'incident.resolved',
  reopen: 'incident.reopened',
} as const;

/** An incident as webhooks tell it; it has no key where its service makes incidents of alerts. */
interface Told {
  readonly id: string;
  readonly key: string | null;
  readonly summary: string;
  readonly triggeredAt: number;
  readonly status: string;
}

/** What happened to an incident, and by whom: a person's name, or the integration where what happened came by the API. */
export interface Happened {
  readonly what: keyof typeof TYPES;
  readonly at: number;
  readonly by: string | 'the integration';
  /** What the event that triggered it called its client. */
  readonly client?: string | undefined;
}

/**
 * The webhook, version 3, that tells what happened (https://developer.pagerduty.com/docs/webhooks/v3-overview/), signed with each of the
 * secrets (https://developer.pagerduty.com/docs/webhooks/webhook-signatures/). What came by the API is told in the name of the
 * integration, and the client of an incident with its triggering only, as seen.
 */
export function webhookOf(
  { id, key, summary, triggeredAt, status }: Told,
  happened: Happened,
  secrets: readonly string[],
): Webhook {
  const { what, at, by, client } = happened;
  const body = JSON.stringify({
    event: {
      id: randomUUID(),
      event_type: TYPES[what],
      resource_type: 'incident',
      occurred_at: new Date(at).toISOString(),
      agent: by === 'the integration' ? INTEGRATION : { id: 'PLH1HKV', summary: by, type: 'user_reference' },
      client: client === undefined ? null : { name: client },
      data: {
        id,
        type: 'incident',
        number: 1,
        status,
        incident_key: key,
        created_at: new Date(triggeredAt).toISOString(),
        title: summary,
      },
    },
  });
  const signatures = secrets.map(secret => `v1=${createHmac('sha256', secret).update(body).digest('hex')}`);
  return {
    headers: { 'content-type': 'application/json', 'x-pagerduty-signature': signatures.join(',') },
    body,
  };
}

const INTEGRATION = { id: 'PXMQRWJ', summary: 'Events API V2', type: 'inbound_integration_reference' };
