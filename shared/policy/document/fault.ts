import type { Place } from './line-index.ts';

/** Where something stands in a policy document: keys and list positions from the top. */
export type Path = readonly (string | number)[];

/** One mistake, before it is known on which line it stands. */
export interface Finding {
  readonly path: Path;
  /** Whether the name before the colon is wrong, and not what comes after it. */
  readonly at?: 'key';
  readonly found: string;
  readonly expected: string;
  /** Says more than that the one was expected and the other found. */
  readonly message?: string;
}

/** One mistake in a policy document; the path is written like `targets[2].calendar`. */
export interface Fault extends Place {
  readonly path: string;
  readonly found: string;
  readonly expected: string;
  readonly message: string;
}

/** Writes a path the way people point at things: `targets[2].calendar`; the top is empty. */
export function pathText(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? step : `${text}.${step}`;
  }, '');
}

/** Says in a few words what stands in a document. */
export function described(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'a group of settings';
  if (typeof value === 'string') return quoted(value);
  return String(value);
}

/** A text in quotes, on one line and cut to a readable length. */
export function quoted(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return `"${line.length > 60 ? `${line.slice(0, 60)}…` : line}"`;
}
