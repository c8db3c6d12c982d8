import { ENTITLEMENTS } from '../../../infra/local/sample/entitlements.ts';
import { playSample, SAMPLE_START } from '../../../infra/local/sample/play-sample.ts';
import { SAMPLE_LENGTH } from '../../../infra/local/sample/timeline.ts';
import type { Instant } from '../../../shared/calendar/instant.ts';
import { grantedBy } from '../../../shared/policy/entitlement.ts';
import { readIncoming } from '../../../shared/ticket/incoming.ts';
import type { TicketEvent } from '../../../shared/ticket/ticket-event.ts';

/** An event with the instant at which it was posted. */
type Posted = TicketEvent & { readonly postedAt: Instant };

/** Everything the sample posts in its first rounds, by ticket, with what its customers are entitled to. */
export function posted(rounds: number): ReadonlyMap<string, readonly Posted[]> {
  const plans: { instant: Instant; action: () => unknown }[] = [];
  const all: { id: string; event: Posted }[] = [];
  let now = SAMPLE_START;
  const machine = {
    at: (instant: Instant, action: () => unknown) => void plans.push({ instant, action }),
    async post(events: object | readonly object[]) {
      for (const value of [events].flat()) {
        const incoming = readIncoming(value, now);
        if ('faults' in incoming) throw new Error(JSON.stringify(incoming.faults));
        all.push({ id: incoming.key.id, event: { ...entitled(incoming.event), postedAt: now } });
      }
      return { status: 202, headers: {}, text: '', body: undefined };
    },
  };
  playSample(machine, SAMPLE_START);
  while (plans[0] !== undefined && plans[0].instant < SAMPLE_START + rounds * SAMPLE_LENGTH) {
    const { instant, action } = plans.shift()!;
    now = instant;
    action();
  }
  const groups = Map.groupBy(all, ({ id }) => id);
  return new Map([...groups].map(([id, group]) => [id, group.map(({ event }) => event)]));
}

function entitled(event: TicketEvent): TicketEvent {
  if (event.type !== 'created' || event.attributes.customer === undefined) return event;
  const own = ENTITLEMENTS.filter(({ customer }) => customer === event.attributes.customer);
  const granted = grantedBy(own, event.at);
  return granted === undefined ? event : { ...event, granted };
}
