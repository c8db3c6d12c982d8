import type { Instant } from '../calendar/instant.ts';
import { promiseOfClock } from '../clock/promise.ts';
import { clockOf, type TicketRecord } from '../escalation/ticket-record.ts';
import type { PolicySet } from '../policy/policy-set.ts';
import { recipientFor } from '../policy/recipient-for.ts';
import { severityOf } from '../policy/severity.ts';
import type { AcknowledgeLink, LinkStanding } from './acknowledge-link.ts';
import { oneLine } from './one-line.ts';
import { fill, type Markup } from './template/fill.ts';
import { titleOf } from './ticket-facts.ts';
import { timeText } from './time-text.ts';
import type { Wording } from './wording/wording.ts';
import { wordingFor } from './wording/wordings.ts';

/** A page for a person, as HTTP tells it. */
export interface Page {
  readonly status: number;
  readonly html: string;
}

const VALUE_LIMIT = 200;

/** What stands behind a mail's link, in its reader's language: what there is to acknowledge, with one button, or how things stand. */
export function acknowledgePage(
  link: AcknowledgeLink,
  standing: LinkStanding,
  record: TicketRecord | undefined,
  policies: PolicySet,
  token: string,
): Page {
  const recipient = recipientOf(link, record, policies);
  const wording = wordingFor(recipient?.language);
  const { language, acknowledging, milestones } = wording;
  if (standing === 'over' || standing === 'expired')
    return { status: 410, html: pageOf(language, acknowledging[standing], []) };
  const zone = recipient?.zone ?? zoneOf(link, record, policies);
  const facts = factsOf(link, record, wording, zone);
  if (standing === 'open') {
    const form = fill(FORM, { token, text: wording.acknowledge });
    return { status: 200, html: pageOf(language, acknowledging.asked, [facts, form]) };
  }
  const { by, at } = standing.acknowledged;
  const who = fill(SAID, { text: `${milestones.acknowledged(by)}, ${timeIn(language, zone, at)}` });
  return { status: 200, html: pageOf(language, acknowledging.done, [facts, who]) };
}

/** What is said to somebody whose link is none of ours; not why. */
export const refusedPage = (): Page => ({
  status: 403,
  html: pageOf('en', ['This link is not valid', 'Please open the ticket instead.'], []),
});

function recipientOf(link: AcknowledgeLink, record: TicketRecord | undefined, policies: PolicySet) {
  const policy = record?.timed?.policy && policies.edition(record.timed.policy);
  if (policy === undefined || record?.timed === undefined) return undefined;
  const { ticket } = record.timed;
  return recipientFor(policy, link.to, ticket.attributes, severityOf(policy.severity, ticket).applied);
}

function zoneOf(link: AcknowledgeLink, record: TicketRecord | undefined, policies: PolicySet): string {
  const clock = record && clockOf(record, link);
  const promised = clock && promiseOfClock(policies, clock, record.timed?.policy);
  return promised?.calendar.definition.zone ?? 'UTC';
}

function factsOf(
  link: AcknowledgeLink,
  record: TicketRecord | undefined,
  { language, labels, metrics }: Wording,
  zone: string,
): Markup {
  const title = titleOf(record?.timed?.ticket.attributes ?? {});
  const id = oneLine(link.ticket.id, VALUE_LIMIT);
  const due = record && clockOf(record, link)?.due;
  const rows: readonly (readonly [label: string, value: string])[] = [
    [labels.ticket, title ? `${id} · ${title}` : id],
    [labels.promise, metrics[link.metric]],
    ...(due === undefined ? [] : [[labels.due, timeIn(language, zone, due)] as const]),
  ];
  return fill(FACTS, { rows: rows.map(([label, value]) => fill(ROW, { label, value })) });
}

const timeIn = (language: string, zone: string, at: Instant): string => `${timeText(language, zone, at)} (${zone})`;

const pageOf = (language: string, [heading, below]: readonly [string, string], parts: readonly Markup[]): string =>
  fill(PAGE, { language, heading, below, parts }).html;

const FACTS = '<dl>{{rows}}</dl>';
const ROW = '<div><dt>{{label}}</dt><dd><bdi>{{value}}</bdi></dd></div>';

const SAID = '<p><bdi>{{text}}</bdi></p>';

const FORM =
  '<form method="post" action="acknowledge"><input type="hidden" name="t" value="{{token}}"><button>{{text}}</button></form>';

const PAGE = `<!doctype html>
<html lang="{{language}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{{heading}}</title>
<style>
:root { color-scheme: light dark; font: 1.0625rem/1.5 system-ui, sans-serif; }
main { max-width: 32rem; margin: 12vh auto; padding: 0 1.25rem; }
h1 { font-size: 1.5rem; line-height: 1.25; }
dl { margin: 1.5rem 0; }
dl div { display: flex; gap: 1rem; padding: .25rem 0; }
dt { flex: 0 0 6rem; opacity: .75; }
dd { margin: 0; overflow-wrap: anywhere; }
button { font: inherit; font-weight: 600; min-height: 3rem; padding: 0 1.5rem; border: 0; border-radius: .5rem; color: #fff; background: #175cd3; }
button:focus-visible { outline: 3px solid; outline-offset: 3px; }
</style>
</head>
<body>
<main>
<h1>{{heading}}</h1>
<p>{{below}}</p>
{{parts}}
</main>
</body>
</html>
`;
