import { CHANNELS } from '../ladder.ts';
import { type Finding, quoted } from './fault.ts';
import { at, fieldsOf, partsOf } from './fields.ts';
import { suggestion } from './nearest.ts';
import { recipientShape } from './recipient-shape.ts';

/** What the caller knows of the world that a policy speaks to. */
export interface Surroundings {
  /** The names of the paging providers there are; any name will do where none are told. */
  readonly providers?: readonly string[];
  /** The languages there are texts for, whatever their region or script; any language will do where none are told. */
  readonly languages?: readonly string[];
}

/** Recipients who cannot be told at all, by a provider that is not there, or in a language without texts. */
export function* checkRecipients(raw: unknown, { providers, languages }: Surroundings): Generator<Finding> {
  for (const { path, raw: recipient, fields } of partsOf(recipientShape, at(raw, 'recipients'), ['recipients'])) {
    if (CHANNELS.every(channel => at(recipient, channel) === undefined))
      yield { path, found: 'no way to be told', expected: 'email or page' };
    const provider = fieldsOf(recipientShape.shape.page.unwrap(), at(recipient, 'page')).provider;
    if (provider !== undefined && providers && !providers.includes(provider))
      yield notOneOf([...path, 'page', 'provider'], 'paging provider', provider, providers);
    if (
      fields.language !== undefined &&
      languages &&
      !languages.some(known => tongue(known) === tongue(fields.language!))
    )
      yield notOneOf([...path, 'language'], 'language', fields.language, languages);
  }
}

/** A region or script of a language is read with its texts. */
const tongue = (tag: string): string => tag.split('-')[0]!.toLowerCase();

function notOneOf(path: Finding['path'], kind: string, name: string, known: readonly string[]): Finding {
  const message = `there is no ${kind} ${quoted(name)}, only ${known.join(', ')}${suggestion(name, known)}`;
  return { path, found: quoted(name), expected: `one of ${known.join(', ')}`, message };
}
