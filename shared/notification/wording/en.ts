import type { Wording } from './wording.ts';

/** English. */
export const en: Wording = {
  language: 'en',
  metrics: {
    'first response': 'First response',
    'next response': 'Next response',
    'periodic update': 'Periodic update',
    resolution: 'Resolution',
    'requester response': 'Requester response',
    'requester wait': 'Requester wait',
    'agent work': 'Agent work',
  },
  statuses: {
    new: 'new',
    open: 'open',
    pending: 'pending',
    'on hold': 'on hold',
    solved: 'solved',
    closed: 'closed',
  },
  subject: {
    warning: (metric, ticket) => `warning: ${metric} on ${ticket}`,
    breach: (metric, ticket) => `breach: ${metric} on ${ticket}`,
    overdue: (metric, ticket) => `overdue: ${metric} on ${ticket}`,
    age: (metric, ticket) => `still open: ${metric} on ${ticket}`,
  },
  resolved: (metric, ticket) => `resolved: ${metric} on ${ticket}`,
  test: role => `Nothing is wrong: this only tries how “${role}” is paged.`,
  headline: {
    warning: (metric, span = 'less than a minute') => `${metric} is due in ${span}.`,
    breach: (metric, span) =>
      span ? `${metric} has missed its target, by ${span}.` : `${metric} has just missed its target.`,
    overdue: (metric, span) => (span ? `${metric} is overdue by ${span}.` : `${metric} is overdue.`),
    age: (metric, span) => (span ? `${metric} has been running for ${span}.` : `${metric} has just begun to run.`),
  },
  serviceHours: span => `${span} of service time`,
  todo: {
    'first response': 'Send the requester a first public reply now, even if only to say who is working on it.',
    'next response': 'Answer the requester’s latest message in public.',
    'periodic update': 'Tell the requester in public how things stand, even if nothing has changed.',
    resolution: 'Solve the ticket, or agree with the requester on how it goes on.',
    'requester response': 'We are waiting for the requester: remind them of what we need.',
    'requester wait': 'Move the ticket on: the requester is waiting for us.',
    'agent work': 'Finish the work on the ticket, or hand it to somebody who can.',
  },
  labels: {
    due: 'Due',
    ticket: 'Ticket',
    title: 'Subject',
    severity: 'Severity',
    status: 'Status',
    policy: 'Policy',
    contact: 'Support line',
  },
  open: 'Open the ticket',
  why: role => `You receive this because the policy names you for this step, as “${role}”.`,
};
