import type { Instant } from '../../shared/calendar/instant.ts';
import type { AtRisk } from '../query/at-risk.ts';
import { button } from './button.ts';
import { type Html, html } from './html.ts';
import { list } from './list.ts';
import { clockText, lengthText, type Viewer } from './viewer.ts';

/** The clocks that are due next or broken already, the most late first, each with how long is left or how late it is. */
export const deadlineList = (found: readonly AtRisk[], viewer: Viewer, arn: string, now: Instant): Html =>
  list(
    viewer,
    ['Ticket', 'Promise', 'Due', 'Left', ''],
    found.toSorted((a, b) => a.dueAt - b.dueAt).map(each => row(each, viewer, arn, now)),
    'Nothing is due within the hour, and nothing is late.',
  );

function row({ ticket, metric, severity, dueAt, acknowledged }: AtRisk, viewer: Viewer, arn: string, now: Instant) {
  const late = dueAt <= now;
  const length = lengthText(viewer, dueAt - now);
  const { source, tenant, id } = ticket;
  const question = `Acknowledge ${id}? Nothing more about it is repeated; its clocks run on.`;
  return {
    urgent: late,
    cells: [
      html`<b>${id}</b> <small>${source}</small>`,
      html`${metric} <small>${severity}</small>`,
      html`${clockText(viewer, dueAt)}`,
      late ? html`<b>late by ${length}</b>` : html`${length}`,
      acknowledged
        ? html`<small>seen by ${acknowledged.by}</small>`
        : button(arn, 'Acknowledge', question, { do: 'acknowledge', source, tenant, ticket: id }),
    ],
  };
}
