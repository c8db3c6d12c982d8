import { digestSubject } from '../notification/digest-mail.ts';
import { oneLine } from '../notification/one-line.ts';
import type { Wording } from '../notification/wording/wording.ts';
import { type DigestEntry, worstFirst } from '../notification/worst-first.ts';
import { pageSeverity } from './page-message.ts';
import type { PageMessage } from './paging-provider.ts';

/** How many notifications a digest lists on a page. */
export const SHOWN_ON_PAGE = 10;

const NAME_LIMIT = 100;

/**
 * One page for several notifications, as severe as the worst of them: its details are the ten worst and how many there are besides;
 * `more` counts those that are not among the entries. Throws when there is no entry.
 */
export function digestPage(entries: readonly DigestEntry[], more: number, wording: Wording): PageMessage {
  const all = worstFirst(entries);
  const { facts, told } = all[0];
  const shown = all
    .slice(0, SHOWN_ON_PAGE)
    .map((entry, index) => [`${index + 1}. ${nameOf(entry)}`, lineOf(entry)] as const);
  const hidden = entries.length - shown.length + more;
  return {
    summary: digestSubject(all[0], entries.length + more, wording),
    severity: pageSeverity(facts),
    policy: facts.policy,
    class: 'digest',
    details: {
      ...Object.fromEntries(shown),
      ...(hidden === 0 ? {} : { more: wording.digest.more(hidden) }),
    },
    ...(told.link ? { link: told.link } : {}),
    acknowledge: wording.acknowledge,
  };
}

const nameOf = ({ facts }: DigestEntry): string => oneLine(facts.ticket.id, NAME_LIMIT);

const lineOf = ({ facts, told }: DigestEntry): string => `[${oneLine(facts.severity, NAME_LIMIT)}] ${told.headline}`;
