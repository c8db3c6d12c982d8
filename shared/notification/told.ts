import type { Instant } from '../calendar/instant.ts';
import type { Contact } from '../policy/contact.ts';
import type { Facts } from './facts.ts';
import { oneLine } from './one-line.ts';
import { linkOf, otherFacts, titleOf } from './ticket-facts.ts';
import { spanText, timeText } from './time-text.ts';
import type { Wording } from './wording/wording.ts';

/** Who reads a notification: the policy's name for them, and the zone they read times in, the calendar's where none is said. */
export interface Reader {
  readonly role: string;
  readonly zone?: string | undefined;
  readonly consoleUrl?: string | undefined;
}

/** A notification in words, before it takes the form of a mail or a page; nothing in it is more than one line. */
export interface Told {
  readonly language: string;
  readonly kind: Facts['kind'];
  readonly subject: string;
  readonly headline: string;
  /** In the reader's zone, and in the calendar's where it tells another time. */
  readonly due: readonly string[];
  readonly dueLabel: string;
  readonly todo: string;
  readonly rows: readonly (readonly [label: string, value: string])[];
  readonly link?: { readonly text: string; readonly url: string };
  readonly why: string;
}

const SUBJECT_LIMIT = 120;
const VALUE_LIMIT = 200;

/** Says the facts in one language. */
export function told(facts: Facts, wording: Wording, reader: Reader): Told {
  const { language, labels, metrics } = wording;
  const ticket = oneLine(facts.ticket.id, VALUE_LIMIT);
  const title = titleOf(facts.attributes);
  const metric = metrics[facts.metric];
  const about = wording.subject[facts.kind](metric, ticket);
  const url = linkOf(facts, reader.consoleUrl);
  const span = spanText(language, facts.span, !facts.serviceHours);
  return {
    language,
    kind: facts.kind,
    subject: oneLine(`[${facts.severity}] ${about}${title ? `: ${title}` : ''}`, SUBJECT_LIMIT),
    headline: wording.headline[facts.kind](metric, span && facts.serviceHours ? wording.serviceHours(span) : span),
    due: facts.dueAt === undefined ? [] : dueTexts(language, reader.zone, facts.calendarZone, facts.dueAt),
    dueLabel: labels.due,
    todo: wording.todo[facts.metric],
    rows: [
      [labels.ticket, `${ticket} (${oneLine(facts.ticket.source, VALUE_LIMIT)})`],
      ...(title === undefined ? [] : [[labels.title, title] as const]),
      [labels.severity, oneLine(facts.severity, VALUE_LIMIT)],
      [labels.status, wording.statuses[facts.status]],
      [labels.policy, oneLine(facts.policy, VALUE_LIMIT)],
      ...(facts.contact === undefined ? [] : [[labels.contact, lineText(facts.contact, language)] as const]),
      ...otherFacts(facts.attributes),
    ],
    ...(url === undefined ? {} : { link: { text: wording.open, url } }),
    why: wording.why(oneLine(reader.role, VALUE_LIMIT)),
  };
}

/** The numbers, when somebody answers, and in which languages, these in the reader's. */
function lineText({ phone, hours, languages = [] }: Contact, language: string): string {
  const names = new Intl.DisplayNames([language], { type: 'language' });
  const spoken = new Intl.ListFormat(language).format(languages.map(tag => names.of(tag) ?? tag));
  const more = [hours, spoken].filter(text => text !== undefined && text !== '').join('; ');
  const numbers = phone.join(' / ');
  return oneLine(numbers === '' || more === '' ? numbers + more : `${numbers} (${more})`, VALUE_LIMIT);
}

function dueTexts(language: string, readers: string | undefined, calendars: string, at: Instant): readonly string[] {
  const inZone = (zone: string) => timeText(language, zone, at);
  const there = `${inZone(calendars)} (${calendars})`;
  if (readers === undefined || inZone(readers) === inZone(calendars)) return [there];
  return [`${inZone(readers)} (${readers})`, there];
}
