import { oneLine } from '../notification/one-line.ts';

const LIMIT = 200;

/** What a service gives as its reason in JSON, in `message` and `errors` however they are nested; empty where it gives none. */
export function reasonIn(body: string): string {
  try {
    return oneLine(textsOf(JSON.parse(body)).join('; '), LIMIT);
  } catch {
    return '';
  }
}

function textsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(item => (typeof item === 'string' ? [item] : textsOf(item)));
  if (typeof value !== 'object' || value === null) return [];
  const { message, errors } = value as Record<string, unknown>;
  return [...(typeof message === 'string' ? [message] : []), ...textsOf(errors)];
}
