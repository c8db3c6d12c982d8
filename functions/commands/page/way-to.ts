import { suggestion } from '../../../shared/policy/document/nearest.ts';
import type { PageRoute } from '../../../shared/policy/recipient.ts';
import { recipientFor, routeFor } from '../../../shared/policy/recipient-for.ts';
import { severityOf } from '../../../shared/policy/severity.ts';
import type { Attributes } from '../../../shared/ticket/ticket-event.ts';
import { policyEditions } from '../../adapters/policy-editions.ts';
import { Refusal } from '../complaint.ts';
import type { Connection } from '../connection.ts';
import { conditionText } from '../policy/condition-text.ts';
import { inForceOf } from '../policy/in-force.ts';
import { notThere } from '../policy/not-there.ts';

/** Who is to be paged about which ticket. */
export interface Sought {
  readonly policy: string;
  readonly recipient: string;
  readonly attributes: Attributes;
}

/** The way a page goes, with the language and the policy it speaks of, and why it goes there. */
interface Way {
  readonly route: PageRoute;
  readonly language: string | undefined;
  readonly title: string;
  /** One line for people. */
  readonly text: string;
}

/** The way that a page about such a ticket goes now; a Refusal where there is none. */
export async function wayTo({ policy: name, recipient, attributes }: Sought, at: Connection): Promise<Way> {
  const all = await policyEditions(at.client, at.table).all();
  const policy = inForceOf(all, name, at.now)?.policy;
  if (policy === undefined) throw new Refusal(notThere(name, undefined, all));
  const severity = severityOf(policy.severity, { attributes }).applied;
  const found = recipientFor(policy, recipient, attributes, severity);
  if (found === undefined) throw new Refusal(nobody(name, recipient, Object.keys(policy.recipients)));
  const met = routeFor(policy.recipients[recipient]!, attributes, severity);
  const because =
    met === undefined ? 'as every ticket without a route' : `by the route for tickets whose ${conditionText(met.when)}`;
  const who = `${recipient} of ${policy.name}, edition ${policy.edition}, at severity ${severity}`;
  if (found.page === undefined) throw new Refusal(`${who}, is not paged, ${because}`);
  const { page, language } = found;
  return {
    route: page,
    language,
    title: policy.title,
    text: `${who}, is paged by ${page.provider}${placeOf(page)}, ${because}.`,
  };
}

/** Of an address without what follows its path, where a key may stand. */
function placeOf({ topic, url = '' }: PageRoute): string {
  const address = URL.parse(url);
  return [topic, address && address.origin + address.pathname]
    .flatMap(place => (place ? [` at ${place}`] : []))
    .join('');
}

function nobody(policy: string, recipient: string, known: readonly string[]): string {
  const others = known.length === 0 ? 'it has none' : `only ${known.join(', ')}${suggestion(recipient, known)}`;
  return `${policy} has no recipient "${recipient}", ${others}`;
}
