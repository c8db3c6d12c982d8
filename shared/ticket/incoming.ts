import { DAY, type Instant, MINUTE } from '../calendar/instant.ts';
import { anyCloudEvent, type CloudEvent, cloudEvent } from './cloud-event.ts';
import { type Fault, faultOf, type Issue } from './fault.ts';
import type { Happening, TicketEvent } from './ticket-event.ts';
import type { TicketKey } from './ticket-key.ts';

/** A ticket event as it came in: whose it is and what it says, or every fault it has. */
export type Incoming = { readonly key: TicketKey; readonly event: TicketEvent } | { readonly faults: readonly Fault[] };

/** How far a help desk's clock may be ahead of ours. */
const AHEAD = 10 * MINUTE;

/** How old an event may be; anything older is taken for a mistake. */
const BEHIND = 10 * 366 * DAY;

/** Reads one ticket event that arrives at `now`; never throws. */
export function readIncoming(value: unknown, now: Instant): Incoming {
  const read = cloudEvent.safeParse(value);
  if (!read.success) return { faults: faultsOf(value, read.error.issues) };
  const at = Date.parse(read.data.time);
  const faults = [...timeFaults(at, read.data.time, now)];
  if (faults.length > 0) return { faults };
  const { tenant = '', source, subject: id } = read.data;
  return { key: { tenant, source, id }, event: { ...happeningOf(read.data), id: read.data.id, at } };
}

function happeningOf(event: CloudEvent): Happening {
  switch (event.type) {
    case 'timekeeper.ticket.created':
      return { type: 'created', status: event.data.status ?? 'new', attributes: event.data.attributes ?? {} };
    case 'timekeeper.ticket.updated': {
      const { status, attributes } = event.data;
      return { type: 'updated', ...(status && { status }), ...(attributes && { attributes }) };
    }
    case 'timekeeper.ticket.message':
      return { type: 'message', author: event.data.author, public: event.data.public };
    case 'timekeeper.ticket.deleted':
      return { type: 'deleted' };
    case 'timekeeper.ticket.merged':
      return { type: 'merged', into: event.data.into };
  }
}

function faultsOf(value: unknown, issues: readonly Issue[]): readonly Fault[] {
  const typeUnknown = issues.some(issue => issue.code === 'invalid_union' && issue.path[0] === 'type');
  const others = typeUnknown ? (anyCloudEvent.safeParse(value).error?.issues ?? []) : [];
  return [...issues, ...others].map(issue => faultOf(issue, value));
}

function timeFaults(at: Instant, text: string, now: Instant): readonly Fault[] {
  if (at > now + AHEAD)
    return [{ pointer: '/time', detail: `found ${text}, expected no more than 10 minutes ahead of now` }];
  if (at < now - BEHIND) return [{ pointer: '/time', detail: `found ${text}, expected no more than 10 years ago` }];
  return [];
}
