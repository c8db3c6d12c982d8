import { type Finding, quoted } from './fault.ts';
import { at, fieldsOf } from './fields.ts';
import { mannerShape } from './manner-shape.ts';
import { suggestion } from './nearest.ts';

/** A paging provider, and what a recipient's page says of where to: a url that it has to, may, or must not name, and a topic or a secret. */
interface Provider {
  readonly name: string;
  readonly url: 'required' | 'optional' | 'none';
  readonly topic?: true;
}

/** What the caller knows of the world that a policy speaks to. */
export interface Surroundings {
  /** The paging providers there are; any name will do where none are told. */
  readonly providers?: readonly Provider[];
  /** The languages there are texts for, whatever their region or script; any language will do where none are told. */
  readonly languages?: readonly string[];
}

/** A provider that is not there, at no or the wrong place, or a language without texts. */
export function* checkManner(
  path: Finding['path'],
  manner: unknown,
  { providers, languages }: Surroundings,
): Generator<Finding> {
  const { language } = fieldsOf(mannerShape, manner);
  const said = fieldsOf(mannerShape.shape.page.unwrap(), at(manner, 'page'));
  if (said.provider !== undefined && providers)
    yield* misplaced([...path, 'page'], at(manner, 'page'), said.provider, providers);
  if (language !== undefined && languages && !languages.some(known => tongue(known) === tongue(language)))
    yield notOneOf([...path, 'language'], 'language', language, languages);
}

function* misplaced(
  path: Finding['path'],
  page: unknown,
  name: string,
  providers: readonly Provider[],
): Generator<Finding> {
  const provider = providers.find(known => known.name === name);
  if (provider === undefined) {
    const names = providers.map(known => known.name);
    return yield notOneOf([...path, 'provider'], 'paging provider', name, names);
  }
  const { url, topic = false } = provider;
  if (url === 'required' && at(page, 'url') === undefined)
    yield { path, found: 'no url', expected: `the url that ${name} pages are posted to` };
  const wrong = [
    [
      'url',
      url === 'none',
      `${name} takes no url: it has one address for all, or the ${topic ? 'topic' : 'secret'} is the address`,
    ],
    ['secret', topic, `${name} takes no secret, but the topic to publish to`],
    ['topic', !topic, `${name} takes no topic, but the secret that holds its key`],
  ] as const;
  for (const [field, isWrong, message] of wrong)
    if (isWrong && at(page, field) !== undefined)
      yield { path: [...path, field], found: `a ${field}`, expected: `no ${field}`, message };
}

/** A region or script of a language is read with its texts. */
const tongue = (tag: string): string => tag.split('-')[0]!.toLowerCase();

function notOneOf(path: Finding['path'], kind: string, name: string, known: readonly string[]): Finding {
  const message = `there is no ${kind} ${quoted(name)}, only ${known.join(', ')}${suggestion(name, known)}`;
  return { path, found: quoted(name), expected: `one of ${known.join(', ')}`, message };
}
