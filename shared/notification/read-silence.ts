import type { Instant } from '../calendar/instant.ts';
import type { Finding } from '../policy/document/fault.ts';
import { shapeFindings } from '../policy/document/shape-findings.ts';
import { LONGEST_SILENCE, type Silence, standingOf } from './silence.ts';
import { matcherShape, silenceShape } from './silence-shape.ts';

/** A silence, or everything that is wrong with it. */
export type ReadSilence = { readonly silence: Silence } | { readonly findings: readonly Finding[] };

/** Reads a silence that somebody asks for at `now`, who is its author unless it names another; it never throws. */
export function readSilence(
  value: unknown,
  { id, author, now }: { id: string; author: string; now: Instant },
): ReadSilence {
  const { data } = silenceShape.safeParse(value);
  if (data === undefined) return { findings: shapeFindings(silenceShape, value) };
  const { kind = 'silence', from = now, to, reason, by = author, ...matcher } = data;
  const findings = [...timeFindings(from, to, now), ...matcherFindings(Object.values(matcher))];
  return findings.length > 0 ? { findings } : { silence: { id, kind, matcher, from, to, author: by, reason } };
}

function* timeFindings(from: Instant, to: Instant, now: Instant): Generator<Finding> {
  if (to <= from) yield { path: ['to'], found: 'an end that is not after the beginning', expected: 'a later one' };
  else if (to <= now) yield { path: ['to'], found: 'an end that is past', expected: 'one to come' };
  else if (to - from > LONGEST_SILENCE) yield { path: ['to'], found: 'a longer time', expected: 'at most 366 days' };
}

function* matcherFindings(matched: readonly unknown[]): Generator<Finding> {
  if (matched.some(value => typeof value !== 'object' || Object.keys(value as object).length > 0)) return;
  const expected = `something to go by: ${Object.keys(matcherShape.shape).join(', ')}`;
  yield { path: [], found: 'a silence of everything', expected };
}

/** A silence as programs read it at `now`, its times in RFC 3339. */
export function silenceDocument(silence: Silence, now: Instant): object {
  const { id, kind, matcher, from, to, author, reason, ended } = silence;
  const written = (at: Instant) => new Date(at).toISOString();
  return {
    id,
    kind,
    ...matcher,
    from: written(from),
    to: written(to),
    reason,
    by: author,
    standing: standingOf(silence, now),
    ...(ended && { ended: { by: ended.by, at: written(ended.at) } }),
  };
}
