import { SECOND } from '../../shared/calendar/instant.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { policySet } from '../../shared/policy/policy-set.ts';
import type { PageView } from './console/snapshot.ts';
import type { ConsoleSource } from './console/source.ts';
import type { Incident } from './fakes/pagerduty.ts';
import type { WebhookReceiver } from './fakes/webhook-receiver.ts';
import type { Machine } from './machine.ts';

/** The machine as the console looks at it. */
export function consoleSource(machine: Machine, policies: readonly Policy[], webhooks: WebhookReceiver): ConsoleSource {
  const set = policySet(policies);
  return {
    now: machine.now,
    rate: () => machine.speed,
    policies: () => set,
    tickets: machine.tickets,
    events: machine.events,
    deliveries: machine.deliveries,
    mails: async () =>
      machine.inbox().map(({ messageId, at, from, destination, subject, body }) => ({
        key: messageId,
        at: at * SECOND,
        from,
        to: destination.to.join(', '),
        subject,
        ...(body.html === undefined ? {} : { html: body.html }),
        ...(body.text === undefined ? {} : { text: body.text }),
      })),
    pages: async () => [...machine.pages().map(incidentView), ...webhookViews(webhooks.received())],
    queues: async () => Object.entries(machine.queueDepths()).map(([key, depth]) => ({ key, ...depth })),
    readings: machine.measures,
    watch: machine.watch,
    call: machine.invoke,
  };
}

const incidentView = (incident: Incident): PageView => ({
  key: `${incident.dedupKey}#${incident.triggeredAt}`,
  at: incident.triggeredAt,
  state: incident.status,
  severity: incident.severity,
  summary: incident.summary,
  service: incident.component ?? 'PagerDuty',
});

/** A webhook's page is what was last said of it. */
function webhookViews(received: ReturnType<WebhookReceiver['received']>): readonly PageView[] {
  const byKey = Map.groupBy(received, ({ payload }) => String(payload.data.key));
  return [...byKey].map(([key, messages]) => {
    const told = messages.find(({ payload }) => payload.data.summary !== undefined) ?? messages[0]!;
    const isOver = messages.some(({ payload }) => payload.type.endsWith('.resolved'));
    return {
      key,
      at: told.at,
      state: isOver ? 'resolved' : 'triggered',
      severity: String(told.payload.data.severity ?? ''),
      summary: String(told.payload.data.summary ?? key),
      service: 'webhook',
    };
  });
}
