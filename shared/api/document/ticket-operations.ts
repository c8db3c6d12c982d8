import { atRiskQuestion, deliveriesQuestion, explanationQuestion, ticketQuestion } from '../question-shapes.ts';
import { type Operation, problems, told } from './operation.ts';

const PARTS = 'A list that goes on tells where in `next`, to be sent as `cursor` with the same question.';

/** How things stand. */
export const TICKET_OPERATIONS = {
  'GET /v1/tickets/{ticket+}': {
    id: 'getTicket',
    about: 'Tickets',
    summary: 'Tells a ticket with its clocks as they stand now.',
    access: 'signed',
    question: ticketQuestion,
    answers: { 200: told('The ticket.', 'Ticket'), ...problems(400, 404, 503) },
  },
  'GET /v1/explanations/{ticket+}': {
    id: 'getExplanation',
    about: 'Tickets',
    summary: 'Tells why a ticket is due when it is, now or as seen earlier.',
    description:
      'Times are told in the zone of each calendar; the segments of a clock that run add up to what has elapsed.',
    access: 'signed',
    question: explanationQuestion,
    answers: { 200: told('The explanation.', 'Explanation'), ...problems(400, 404, 503) },
  },
  'GET /v1/at-risk': {
    id: 'getAtRisk',
    about: 'Tickets',
    summary: 'Tells the next deadlines and all that is late, the ticket that is late for longest first.',
    description: PARTS,
    access: 'signed',
    question: atRiskQuestion,
    answers: { 200: told('A part of the list.', 'AtRisk'), ...problems(400, 503) },
  },
  'GET /v1/deliveries': {
    id: 'getDeliveries',
    about: 'Deliveries',
    summary: 'Tells what became of the notifications of a ticket, or what should have reached somebody and has not.',
    description: `Either \`ticket\` and \`source\`, or \`undelivered=true\`. ${PARTS}`,
    access: 'signed',
    question: deliveriesQuestion,
    answers: { 200: told('A part of the list.', 'Deliveries'), ...problems(400, 503) },
  },
  'GET /v1/openapi.json': {
    id: 'getOpenApi',
    about: 'API',
    summary: 'Tells this document.',
    access: 'signed',
    answers: { 200: told('The document.', 'Document') },
  },
} satisfies Readonly<Record<string, Operation>>;
