import { explanationQuestion, ticketQuestion } from '../../shared/api/question-shapes.ts';
import { ticketDocument } from '../../shared/api/ticket-document.ts';
import { explain } from '../../shared/clock/explanation.ts';
import { explanationJson } from '../../shared/clock/explanation-json.ts';
import { acknowledgementsIn } from '../../shared/escalation/acknowledgement.ts';
import { parametersOf } from '../adapters/parameters.ts';
import type { PolicyStore } from '../adapters/policy-store.ts';
import { problem } from '../adapters/problem.ts';
import { json, problemResponse } from '../adapters/response.ts';
import type { Route } from '../adapters/routed.ts';
import type { TicketTable } from '../adapters/ticket-table.ts';
import { ticketAt } from './ticket-at.ts';

/** What it takes to tell of one ticket. */
export interface TicketDesk {
  readonly tickets: Pick<TicketTable, 'get' | 'events'>;
  readonly policies: PolicyStore;
}

/** Tells a ticket as it is on the record now; 404 where its creation has not arrived. */
export const getTicket =
  ({ tickets, policies }: TicketDesk): Route =>
  async request => {
    const asked = parametersOf(ticketQuestion, request);
    if ('status' in asked) return problemResponse(asked);
    const { tenant = '', source, ticket: id } = asked.value;
    const record = await tickets.get({ tenant, source, id });
    const set = record && (await policies.load(record.timed?.policy));
    const document = record && set && ticketDocument(record, set, Date.now());
    return document === undefined ? NOT_THERE : json(200, document);
  };

/** Tells why a ticket is due when it is, now or as seen earlier; 404 where it had not been created by then. */
export const getExplanation =
  ({ tickets, policies }: TicketDesk): Route =>
  async request => {
    const asked = parametersOf(explanationQuestion, request);
    if ('status' in asked) return problemResponse(asked);
    const { tenant = '', source, ticket: id, at, zone } = asked.value;
    const record = await tickets.get({ tenant, source, id });
    if (record === undefined) return NOT_THERE;
    const set = await policies.load(record.timed?.policy);
    const timed = await ticketAt(tickets, record, at, set);
    if (timed === undefined) return NOT_THERE;
    const now = at ?? Date.now();
    return json(200, explanationJson(record.key, explain(timed, now, set, acknowledgementsIn(record, now)), now, zone));
  };

const NOT_THERE = problemResponse(problem(404, 'There is no such ticket, or it had not been created by then'));
