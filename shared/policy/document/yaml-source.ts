import { type Alias, type Document, isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Fault, Finding, Path } from './fault.ts';
import { pathText } from './fault.ts';
import { untidiness } from './yaml-tidiness.ts';

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
    return unreadable(
      'lists in lists or references to references without measure',
      'a document that unfolds to a readable size',
    );
  }
}

function read(text: string): ReturnType<typeof readYaml> {
  const lines = new LineCounter();
  const options = {
    schema: 'core',
    resolveKnownTags: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  } as const;
  const document = parseDocument(text, { ...options, lineCounter: lines });
  const wrong = [...document.errors, ...document.warnings];
  if (wrong.length > 0) {
    const faults = wrong.map(({ pos, message }) => {
      const { line, col } = lines.linePos(Math.min(pos[0], text.length));
      return { path: '', line, column: col, found: 'something else', expected: 'YAML', message };
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
      const { line, col } = lines.linePos(offset);
      const said = message ?? `expected ${expected}, found ${found}`;
      return { path: pathText(path), line, column: col, found, expected, message: said };
    },
  };
}

function unreadable(found: string, expected: string): { faults: Fault[] } {
  return {
    faults: [{ path: '', line: 1, column: 1, found, expected, message: `expected ${expected}, found ${found}` }],
  };
}

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
