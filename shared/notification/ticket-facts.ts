import type { Attributes } from '../ticket/ticket-event.ts';
import type { Facts } from './facts.ts';
import { oneLine } from './one-line.ts';

const TITLES = ['subject', 'title', 'summary'];
const LINK = 'url';
const ATTRIBUTES = 20;
const VALUE_LIMIT = 200;
const URL_LIMIT = 1000;

/** What the ticket is about, in the requester's words, where the help desk says; on one line. */
export function titleOf(attributes: Attributes): string | undefined {
  const name = TITLES.find(title => attributes[title] !== undefined);
  return name === undefined ? undefined : oneLine(String(attributes[name]), VALUE_LIMIT) || undefined;
}

/** Where to open the ticket: where the help desk says over https, else in the console; undefined when neither is known. */
export function linkOf({ attributes, ticket }: Facts, consoleUrl: string | undefined): string | undefined {
  const own = URL.parse(String(attributes[LINK] ?? ''));
  if (own?.protocol === 'https:' && own.username === '' && own.href.length <= URL_LIMIT) return own.href;
  return consoleUrl && `${consoleUrl}?${new URLSearchParams({ ...ticket })}`;
}

/** What else is known of the ticket, by name: each value on one line, and not so many that nobody reads them. */
export const otherFacts = (attributes: Attributes): readonly (readonly [name: string, value: string])[] =>
  Object.keys(attributes)
    .filter(name => ![...TITLES, LINK, 'severity'].includes(name))
    .sort()
    .slice(0, ATTRIBUTES)
    .map(name => [oneLine(name, VALUE_LIMIT), oneLine(String(attributes[name]), VALUE_LIMIT)]);
