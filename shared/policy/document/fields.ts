import type * as z from 'zod';
import type { Path } from './fault.ts';

/** Those fields of a raw value that are as the object shape wants them, so that the good parts of a faulty document can be checked too. */
export function fieldsOf<S extends z.ZodObject>(shape: S, raw: unknown): Partial<z.output<S>> {
  if (!isGroup(raw)) return {};
  const fields: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(shape.shape)) {
    if (!Object.hasOwn(raw, name)) continue;
    const { data, success } = (field as z.ZodType).safeParse(raw[name]);
    if (success) fields[name] = data;
  }
  return fields as Partial<z.output<S>>;
}

/** A member of a list or a group, with its place and with its good fields only. */
export interface Part<T> {
  readonly name: string | number;
  readonly path: Path;
  readonly raw: unknown;
  readonly fields: Partial<T>;
}

/** The members of a raw list or group, each read with `fieldsOf`; nothing for any other value. */
export function partsOf<S extends z.ZodObject>(shape: S, raw: unknown, path: Path): Part<z.output<S>>[] {
  const members: [string | number, unknown][] = Array.isArray(raw)
    ? [...raw.entries()]
    : namesOf(raw).map(name => [name, at(raw, name)]);
  return members.map(([name, value]) => ({ name, path: [...path, name], raw: value, fields: fieldsOf(shape, value) }));
}

/** The names in a raw group; none for any other value. */
export const namesOf = (raw: unknown): string[] => (isGroup(raw) ? Object.keys(raw) : []);

/** What stands under a name in a raw group, if it is one. */
export const at = (raw: unknown, name: string): unknown =>
  isGroup(raw) && Object.hasOwn(raw, name) ? raw[name] : undefined;

const isGroup = (raw: unknown): raw is Readonly<Record<string, unknown>> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);
