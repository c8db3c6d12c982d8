import type { Moment } from './moment.ts';
import { fill, type Markup } from './template/fill.ts';
import { MAIL_TEMPLATE } from './template/mail-template.ts';
import type { Link, Told } from './told.ts';
import { TONES } from './tone.ts';

/** The body of a mail about one notification as HTML: nothing fetched from elsewhere, every text escaped. */
export function htmlOf(told: Told): string {
  const { kind, ticket, link, due, timeline, contact, details, acknowledge, labels } = told;
  const [first, ...again] = due;
  return fill(MAIL_TEMPLATE.mail, {
    ...TONES[kind],
    kind,
    language: told.language,
    subject: told.subject,
    preview: `${told.ticket} · ${told.todo}`,
    label: told.label,
    headline: told.headline,
    ticket: fill(MAIL_TEMPLATE.ticket, { link: linked(ticket, link) }),
    due:
      first === undefined
        ? ''
        : fill(MAIL_TEMPLATE.due, {
            label: labels.due,
            first,
            dueAgain: again.map(time => fill(MAIL_TEMPLATE.dueAgain, { time })),
          }),
    todoLabel: labels.todo,
    todo: told.todo,
    timeline: fill(MAIL_TEMPLATE.timeline, {
      heading: labels.timeline,
      zone: timeline.zone,
      moment: timeline.moments.map(moment => fill(MAIL_TEMPLATE.moment, { ...looks(moment, told), ...moment })),
    }),
    digest: '',
    more: '',
    contact: contact === undefined ? '' : fill(MAIL_TEMPLATE.contact, { label: labels.contact, line: contact }),
    buttons: fill(MAIL_TEMPLATE.buttons, {
      open: link === undefined ? '' : fill(MAIL_TEMPLATE.open, { ...link }),
      acknowledge: acknowledge === undefined ? '' : fill(MAIL_TEMPLATE.acknowledge, { ...acknowledge }),
    }),
    details: fill(MAIL_TEMPLATE.details, {
      heading: labels.details,
      detail: details.map(([label, value]) => fill(MAIL_TEMPLATE.detail, { label, value })),
    }),
    why: told.why,
  }).html;
}

/** A text that leads to where the link does, or only a text where there is none. */
export const linked = (text: string, link: Link | undefined): string | Markup =>
  link === undefined ? text : fill(MAIL_TEMPLATE.link, { url: link.url, text });

/** How a moment of the timeline stands out; what the mail tells is coloured as the mail is. */
function looks({ stands }: Moment, { kind }: Told) {
  switch (stands) {
    case 'missed':
      return { mark: '●', tone: `tone-${kind}`, colour: TONES[kind].tone, weight: '600' };
    case 'now':
      return { mark: '●', tone: 'here', colour: '#175cd3', weight: '600' };
    case 'ahead':
      return { mark: '○', tone: 'muted', colour: '#59616c', weight: '400' };
    case 'past':
      return { mark: '●', tone: 'muted', colour: '#59616c', weight: '400' };
  }
}
