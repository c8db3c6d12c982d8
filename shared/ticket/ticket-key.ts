/** Names one ticket among all help desks of all tenants; `tenant` is empty where there is only one. */
export interface TicketKey {
  readonly tenant: string;
  readonly source: string;
  readonly id: string;
}

const escaped = (part: string): string => part.replaceAll('%', '%25').replaceAll('#', '%23');

/** The key as one string, `tenant#source#id`, with `#` inside a part escaped so that two keys never collide. */
export const ticketKeyText = (key: TicketKey): string => [key.tenant, key.source, key.id].map(escaped).join('#');

/** Reads what `ticketKeyText` wrote; throws when the text has not three parts. */
export function parseTicketKey(text: string): TicketKey {
  const [tenant, source, id, ...rest] = text.split('#').map(part => part.replaceAll('%23', '#').replaceAll('%25', '%'));
  if (tenant === undefined || source === undefined || id === undefined || rest.length > 0)
    throw new Error(`expected a ticket key of three parts, found "${text}"`);
  return { tenant, source, id };
}
