import type { CloudEvent } from '../../../shared/ticket/cloud-event.ts';
import type { TicketEvent } from '../../../shared/ticket/ticket-event.ts';
import type { TicketKey } from '../../../shared/ticket/ticket-key.ts';

/** A ticket event in the envelope in which a help desk posts it. */
export function toCloudEvent(key: TicketKey, { id, at, type, ...data }: TicketEvent): CloudEvent {
  const tenant = key.tenant === '' ? {} : { tenant: key.tenant };
  return {
    specversion: '1.0',
    id,
    source: key.source,
    type: `timekeeper.ticket.${type}`,
    subject: key.id,
    time: new Date(at).toISOString(),
    datacontenttype: 'application/json',
    ...tenant,
    data,
  } as CloudEvent;
}
