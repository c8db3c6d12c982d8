import type { Policy } from '../../../shared/policy/policy.ts';
import { policySet } from '../../../shared/policy/policy-set.ts';
import type { Incident } from '../fakes/pagerduty.ts';
import type { Machine } from '../machine.ts';
import type { Mail } from '../mail-engine.ts';
import type { PageView } from './snapshot.ts';
import type { ConsoleSource, StoredMail } from './source.ts';

/** What the console shows of a machine that runs under these policies. */
export function machineSource(machine: Machine, policies: readonly Policy[]): ConsoleSource {
  const set = policySet(policies);
  return {
    now: machine.now,
    rate: () => machine.speed,
    policies: () => set,
    tickets: machine.tickets,
    events: machine.events,
    deliveries: () => machine.deliveries(),
    mails: async () => machine.inbox().map(storedMail),
    pages: async () => machine.pages().map(pageView),
    queues: async () => Object.entries(machine.queueDepths()).map(([key, depth]) => ({ key, ...depth })),
    readings: machine.measures,
  };
}

/** The engine keeps whole seconds; the place in the inbox tells two mails of one second apart. */
function storedMail({ messageId, from, destination, subject, body, at }: Mail, place: number): StoredMail {
  const { html, text } = body;
  return {
    key: `${place}-${messageId}`,
    at: at * 1000 + Math.min(place % 1000, 999),
    from,
    to: destination.to.join(', '),
    subject,
    ...(html === undefined ? {} : { html }),
    ...(text === undefined ? {} : { text }),
  };
}

function pageView(incident: Incident, place: number): PageView {
  const { dedupKey, status, summary, severity, component, triggeredAt } = incident;
  return {
    key: `${place}-${dedupKey}`,
    at: triggeredAt,
    state: status,
    severity,
    summary,
    service: component ?? 'pager',
  };
}
