import { type Alias, type Document, isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { type Fault, type Finding, type Path, pathText } from './fault.ts';
import { lineIndex } from './line-index.ts';
import { lostAliases, untidiness } from './yaml-tidiness.ts';

const LONGEST = 256 * 1024;

/** A YAML text that could be read: its value, what is untidy about it, and where everything in it stands. */
export interface YamlSource {
  readonly value: unknown;
  readonly findings: readonly Finding[];
  /** The finding with its line and column; a path that leads nowhere ends at the last step that exists. */
  place(finding: Finding): Fault;
}

/** Reads YAML 1.2; text that is none, is longer than 262,144 characters or unfolds beyond measure gives faults, never an exception. */
export function readYaml(text: string): YamlSource | { readonly faults: readonly Fault[] } {
  if (text.length > LONGEST) return unreadable(`${text.length} characters`, `at most ${LONGEST} characters`);
  try {
    return read(text);
  } catch {
    return TOO_DEEP;
  }
}

function read(text: string): ReturnType<typeof readYaml> {
  const placeOf = lineIndex(text);
  const options = {
    schema: 'core',
    resolveKnownTags: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  } as const;
  const document = parseDocument(text, options);
  const wrong = [...document.errors, ...document.warnings, ...lostAliases(document.contents)];
  if (wrong.some(({ code }) => code === 'RESOURCE_EXHAUSTION')) return TOO_DEEP;
  if (wrong.length > 0) {
    const faults = wrong.map(({ pos, code, message }) => {
      const said = code === 'MULTIPLE_DOCS' ? 'a file holds one policy document; this begins another' : message;
      return { path: '', ...placeOf(pos[0]), found: 'something else', expected: 'YAML', message: said };
    });
    return { faults };
  }
  const nodeAt = finder(document);
  return {
    value: document.toJS(),
    findings: untidiness(document.contents),
    place({ path, at, found, expected, message }) {
      const { node, key } = nodeAt(path);
      const offset = rangeOf(at === 'key' ? (key ?? node) : node) ?? rangeOf(key) ?? 0;
      const said = message ?? `expected ${expected}, found ${found}`;
      return { path: pathText(path), ...placeOf(offset), found, expected, message: said };
    },
  };
}

function unreadable(found: string, expected: string): { faults: Fault[] } {
  return {
    faults: [{ path: '', line: 1, column: 1, found, expected, message: `expected ${expected}, found ${found}` }],
  };
}

const TOO_DEEP = unreadable(
  'lists in lists or references to references without measure',
  'a document that unfolds to a readable size',
);

const rangeOf = (node: unknown): number | undefined => (node as { range?: [number] } | null | undefined)?.range?.[0];

interface Spot {
  readonly node: unknown;
  readonly key?: unknown;
}

/** Follows paths; what it learns about a map or an alias it keeps, so that many faults cost no more than few. */
function finder(document: Document): (path: Path) => Spot {
  const children = new Map<unknown, Map<string, Spot>>();
  const targets = new Map<Alias, unknown>();
  const childrenOf = (node: unknown): Map<string, Spot> => {
    if (isAlias(node)) {
      if (!targets.has(node)) targets.set(node, node.resolve(document));
      return childrenOf(targets.get(node));
    }
    const known = children.get(node) ?? new Map<string, Spot>();
    if (children.has(node)) return known;
    children.set(node, known);
    if (isMap(node))
      for (const { key, value } of node.items) {
        if (isScalar(key)) known.set(String(key.value), { node: value, key });
      }
    if (isSeq(node)) for (const [index, item] of node.items.entries()) known.set(String(index), { node: item });
    return known;
  };
  return path => {
    let spot: Spot = { node: document.contents };
    for (const step of path) {
      const next = childrenOf(spot.node).get(String(step));
      if (next === undefined) return spot;
      spot = next;
    }
    return spot;
  };
}
