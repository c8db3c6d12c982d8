import type { Attribute, TicketEvent } from '../../../shared/ticket/ticket-event.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * The events of one incident, told from its snapshots in their sequence.
 *
 * The log has no messages, so two moves stand for an agent's public reply: the first snapshot that is no longer New, by which
 * the desk has taken the incident up and told the user so, and every move to Awaiting User Info, by which an agent asks the user
 * something. A change of group or assignee is none. Solved counts from `resolved_at` where that lies since the snapshot before;
 * every other change from `sys_updated_at`, and none from before the one it follows. Ids sort as the snapshots do.
 */
export function incidentEvents(snapshots: readonly Snapshot[]): readonly TicketEvent[] {
  const first = snapshots[0]!;
  const { openedAt: at, attributes } = first;
  const events: TicketEvent[] = [{ type: 'created', id: eventId(0, 'created'), at, status: 'new', attributes }];
  let before: Snapshot = { ...first, status: 'new', updatedAt: at };
  snapshots.forEach((snapshot, index) => {
    const after = { ...snapshot, updatedAt: instantOf(snapshot, before) };
    events.push(...changes(before, after, index + 1));
    before = after;
  });
  return events;
}

function instantOf(snapshot: Snapshot, before: Snapshot): number {
  const { status, resolvedAt, updatedAt } = snapshot;
  const solves = status === 'solved' && before.status !== 'solved' && resolvedAt !== undefined;
  return Math.max(
    before.updatedAt,
    solves && resolvedAt >= before.updatedAt ? Math.min(resolvedAt, updatedAt) : updatedAt,
  );
}

function changes(before: Snapshot, after: Snapshot, place: number): readonly TicketEvent[] {
  const at = after.updatedAt;
  const events: TicketEvent[] = [];
  const moved = before.status !== after.status;
  if (moved && (before.status === 'new' || after.status === 'pending'))
    events.push({ type: 'message', id: eventId(place, 'message'), at, author: 'agent', public: true });
  const attributes = attributeChanges(before, after);
  if (!moved && Object.keys(attributes).length === 0) return events;
  events.push({
    type: 'updated',
    id: eventId(place, 'updated'),
    at,
    ...(moved ? { status: after.status } : {}),
    ...(Object.keys(attributes).length > 0 ? { attributes } : {}),
  });
  return events;
}

/** In the order of the snapshots; within one as message, updated. */
const eventId = (place: number, what: 'created' | 'message' | 'updated'): string =>
  `${String(place).padStart(6, '0')}-${what}`;

function attributeChanges(before: Snapshot, after: Snapshot): Readonly<Record<string, Attribute | null>> {
  const names = new Set([...Object.keys(before.attributes), ...Object.keys(after.attributes)]);
  const changed = [...names].filter(name => before.attributes[name] !== after.attributes[name]);
  return Object.fromEntries(changed.map(name => [name, after.attributes[name] ?? null]));
}
