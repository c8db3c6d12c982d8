import type { TicketEvent } from '../../../../shared/ticket/ticket-event.ts';
import { wallSecond } from './telling-time.ts';

/** What happened to a ticket, the latest first. */
export function EventList({ events }: { readonly events: readonly TicketEvent[] }) {
  return (
    <ol class="events">
      {events.map(event => (
        <li key={event.id}>
          <time>{wallSecond(event.at)}</time>
          <span>{eventText(event)}</span>
        </li>
      ))}
    </ol>
  );
}

/** An event in words. */
export function eventText(event: TicketEvent): string {
  switch (event.type) {
    case 'created':
      return 'created';
    case 'updated': {
      const changes = Object.entries(event.attributes ?? {}).map(([name, value]) =>
        value === null ? `${name} removed` : `${name} ${value}`,
      );
      return [...(event.status === undefined ? [] : [`became ${event.status}`]), ...changes].join(', ') || 'updated';
    }
    case 'message':
      return event.author === 'requester' ? 'requester wrote' : event.public ? 'agent answered' : 'agent noted';
    case 'deleted':
      return 'deleted';
    case 'merged':
      return `merged into ${event.into}`;
    case 'repinned':
      return `put under edition ${event.to.edition} of ${event.to.name}`;
  }
}
