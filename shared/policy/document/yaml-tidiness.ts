import { isAlias, isCollection, isMap, isPair, isScalar, isSeq, type Scalar, type YAMLMap } from 'yaml';
import { type Finding, type Path, quoted } from './fault.ts';

/** What YAML allows and a policy does not: a name told twice, names that are no text, numbers that lose digits as they are read. */
export function untidiness(node: unknown, path: Path = [], findings: Finding[] = []): Finding[] {
  if (isMap(node)) {
    findings.push(...untidyNames(node, path));
    for (const { key, value } of node.items)
      untidiness(value, [...path, isName(key) ? String(key.value) : '?'], findings);
  } else if (isSeq(node)) {
    node.items.forEach((item, index) => void untidiness(item, [...path, index], findings));
  } else if (isScalar(node)) {
    findings.push(...untidyNumber(node, path));
  }
  return findings;
}

/** The aliases that stand before their anchor or have none, in the form of errors of the YAML parser. */
export function lostAliases(
  node: unknown,
  anchors = new Set<string>(),
): { pos: [number]; code: string; message: string }[] {
  if (isAlias(node)) {
    const message = `nothing above is named &${node.source}`;
    return anchors.has(node.source) ? [] : [{ pos: [node.range?.[0] ?? 0], code: 'BAD_ALIAS', message }];
  }
  if (isPair(node)) return [...lostAliases(node.key, anchors), ...lostAliases(node.value, anchors)];
  if ((isScalar(node) || isCollection(node)) && node.anchor !== undefined) anchors.add(node.anchor);
  return isCollection(node) ? node.items.flatMap(item => lostAliases(item, anchors)) : [];
}

function untidyNumber({ value, source }: Scalar, path: Path): Finding[] {
  if (typeof value !== 'number' || source === undefined || String(value) === source) return [];
  const message = `${source} is read as the number ${value}; write it in quotes when it is a text`;
  return [{ path, found: source, expected: `"${source}" in quotes, or ${value}`, message }];
}

function* untidyNames(map: YAMLMap, path: Path): Generator<Finding> {
  const seen = new Set<string>();
  for (const { key } of map.items) {
    if (!isName(key)) {
      yield { path, found: 'something else', expected: 'a name before every colon' };
      continue;
    }
    const name = String(key.value);
    const place = { path: [...path, name], at: 'key', found: quoted(name) } as const;
    if (seen.has(name)) yield { ...place, expected: 'every name once', message: `${quoted(name)} is told twice` };
    if (name === '__proto__') yield { ...place, expected: 'another name' };
    seen.add(name);
  }
}

const isName = (key: unknown): key is Scalar<string | number | boolean> =>
  isScalar(key) && key.value !== null && key.value !== '';
