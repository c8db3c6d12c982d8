import { CHANNELS } from '../ladder.ts';
import { type Finding, quoted } from './fault.ts';
import { at, fieldsOf, partsOf } from './fields.ts';
import { suggestion } from './nearest.ts';
import { recipientShape } from './recipient-shape.ts';

/** A paging provider, and whether a recipient's page has to, may, or must not say the url to post to. */
interface Provider {
  readonly name: string;
  readonly url: 'required' | 'optional' | 'none';
}

/** What the caller knows of the world that a policy speaks to. */
export interface Surroundings {
  /** The paging providers there are; any name will do where none are told. */
  readonly providers?: readonly Provider[];
  /** The languages there are texts for, whatever their region or script; any language will do where none are told. */
  readonly languages?: readonly string[];
}

/** Recipients who cannot be told at all, by a provider that is not there or at no or the wrong place, or in a language without texts. */
export function* checkRecipients(raw: unknown, { providers, languages }: Surroundings): Generator<Finding> {
  for (const { path, raw: recipient, fields } of partsOf(recipientShape, at(raw, 'recipients'), ['recipients'])) {
    if (CHANNELS.every(channel => at(recipient, channel) === undefined))
      yield { path, found: 'no way to be told', expected: 'email or page' };
    const page = at(recipient, 'page');
    const { provider } = fieldsOf(recipientShape.shape.page.unwrap(), page);
    if (provider !== undefined && providers)
      yield* misplaced([...path, 'page'], provider, providers, at(page, 'url') !== undefined);
    if (
      fields.language !== undefined &&
      languages &&
      !languages.some(known => tongue(known) === tongue(fields.language!))
    )
      yield notOneOf([...path, 'language'], 'language', fields.language, languages);
  }
}

function* misplaced(
  path: Finding['path'],
  name: string,
  providers: readonly Provider[],
  hasUrl: boolean,
): Generator<Finding> {
  const provider = providers.find(known => known.name === name);
  if (provider === undefined) {
    const names = providers.map(known => known.name);
    yield notOneOf([...path, 'provider'], 'paging provider', name, names);
  } else if (provider.url === 'required' && !hasUrl)
    yield { path, found: 'no url', expected: `the url that ${name} pages are posted to` };
  else if (provider.url === 'none' && hasUrl)
    yield {
      path: [...path, 'url'],
      found: 'a url',
      expected: 'no url',
      message: `${name} takes no url: it has one address for all, or the secret is the address`,
    };
}

/** A region or script of a language is read with its texts. */
const tongue = (tag: string): string => tag.split('-')[0]!.toLowerCase();

function notOneOf(path: Finding['path'], kind: string, name: string, known: readonly string[]): Finding {
  const message = `there is no ${kind} ${quoted(name)}, only ${known.join(', ')}${suggestion(name, known)}`;
  return { path, found: quoted(name), expected: `one of ${known.join(', ')}`, message };
}
