import type { Instant } from '../calendar/instant.ts';
import type { MetricName } from '../metric/metrics.ts';
import type { Contact } from '../policy/contact.ts';
import type { Facts } from './facts.ts';
import { type Moment, momentsOf } from './moment.ts';
import { oneLine } from './one-line.ts';
import { linkOf, otherFacts, titleOf } from './ticket-facts.ts';
import { spanText, timeText } from './time-text.ts';
import type { Wording } from './wording/wording.ts';

/** Who reads a notification: the policy's name for them, and the zone they read times in, the calendar's where none is said. */
export interface Reader {
  readonly role: string;
  readonly zone?: string | undefined;
  readonly consoleUrl?: string | undefined;
  /** Where they say that they have seen it; no such link where absent. */
  readonly acknowledgeUrl?: string | undefined;
}

/** A link in a reader's words. */
export interface Link {
  readonly text: string;
  readonly url: string;
}

/** A notification in words, before it takes the form of a mail or a page; nothing in it is more than one line. */
export interface Told {
  readonly language: string;
  readonly kind: Facts['kind'];
  readonly metric: MetricName;
  readonly subject: string;
  /** What it is and how severe, in few words. */
  readonly label: string;
  readonly headline: string;
  /** The ticket by its id and what it is about. */
  readonly ticket: string;
  /** In the reader's zone, and in the calendar's where it tells another time. */
  readonly due: readonly string[];
  readonly todo: string;
  readonly timeline: { readonly zone: string; readonly moments: readonly Moment[] };
  /** Where the policy says this customer turns. */
  readonly contact?: string;
  readonly details: readonly (readonly [label: string, value: string])[];
  readonly link?: Link;
  readonly acknowledge?: Link;
  readonly why: string;
  readonly labels: Wording['labels'];
}

const SUBJECT_LIMIT = 120;
const VALUE_LIMIT = 200;

/** Says the facts in one language. */
export function told(facts: Facts, wording: Wording, reader: Reader): Told {
  const { language, labels, metrics } = wording;
  const ticket = oneLine(facts.ticket.id, VALUE_LIMIT);
  const severity = oneLine(facts.severity, VALUE_LIMIT);
  const title = titleOf(facts.attributes);
  const metric = metrics[facts.metric];
  const about = wording.subject[facts.kind](metric, ticket);
  const url = linkOf(facts, reader.consoleUrl);
  const span = spanText(language, facts.span, !facts.serviceHours);
  const zone = reader.zone ?? facts.calendarZone;
  return {
    language,
    kind: facts.kind,
    metric: facts.metric,
    subject: oneLine(`[${facts.severity}] ${about}${title ? `: ${title}` : ''}`, SUBJECT_LIMIT),
    label: `${wording.kinds[facts.kind]} · ${severity}`,
    headline: wording.headline[facts.kind](metric, span && facts.serviceHours ? wording.serviceHours(span) : span),
    ticket: title ? `${ticket} · ${title}` : ticket,
    due: facts.dueAt === undefined ? [] : dueTexts(language, zone, facts.calendarZone, facts.dueAt),
    todo: wording.todo[facts.metric],
    timeline: { zone, moments: momentsOf(facts, wording, zone) },
    ...(facts.contact === undefined ? {} : { contact: lineText(facts.contact, language) }),
    details: [
      [labels.ticket, `${ticket} (${oneLine(facts.ticket.source, VALUE_LIMIT)})`],
      [labels.severity, severity],
      [labels.status, wording.statuses[facts.status]],
      [labels.policy, oneLine(facts.policy, VALUE_LIMIT)],
      ...otherFacts(facts.attributes),
    ],
    ...(url === undefined ? {} : { link: { text: wording.open, url } }),
    ...(reader.acknowledgeUrl === undefined
      ? {}
      : { acknowledge: { text: wording.acknowledge, url: reader.acknowledgeUrl } }),
    why: wording.why(oneLine(reader.role, VALUE_LIMIT)),
    labels,
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

function dueTexts(language: string, readers: string, calendars: string, at: Instant): readonly string[] {
  const inZone = (zone: string) => timeText(language, zone, at);
  const there = `${inZone(calendars)} (${calendars})`;
  return inZone(readers) === inZone(calendars) ? [there] : [`${inZone(readers)} (${readers})`, there];
}
