import type * as z from 'zod';
import { CHANNELS, type RungTime } from '../ladder.ts';
import { checkTold } from './check-told.ts';
import { type Finding, quoted } from './fault.ts';
import { at, namesOf, type Part, partsOf } from './fields.ts';
import { MOST_RUNGS, rungShape } from './ladder-shape.ts';

type RungPart = Part<z.output<typeof rungShape>>;

/** Rungs that tell nobody, or somebody who is not there or cannot be told that way; rungs told twice or out of order. */
export function* checkLadders(raw: unknown): Generator<Finding> {
  const ladders = at(raw, 'ladders');
  for (const name of namesOf(ladders)) {
    const rungs = partsOf(rungShape, at(ladders, name), ['ladders', name]).slice(0, MOST_RUNGS);
    for (const rung of rungs) yield* checkNotify(rung, at(raw, 'recipients'));
    yield* checkOrder(rungs);
  }
}

function* checkNotify({ path, raw, fields }: RungPart, recipients: unknown): Generator<Finding> {
  if (CHANNELS.every(channel => at(raw, channel) === undefined)) {
    const message = 'this rung tells nobody; name a recipient under email or page';
    yield { path, found: 'nobody', expected: 'a recipient under email or page', message };
  }
  for (const channel of CHANNELS) {
    for (const [index, name] of (fields[channel] ?? []).entries()) {
      const place = Array.isArray(at(raw, channel)) ? [...path, channel, index] : [...path, channel];
      yield* checkTold(place, { channel, to: name }, recipients);
    }
  }
}

function* checkOrder(rungs: readonly RungPart[]): Generator<Finding> {
  for (const [index, rung] of rungs.entries()) {
    const at = rung.fields.at;
    if (at === undefined) continue;
    const place = { path: [...rung.path, 'at'], found: quoted(at.id) };
    const earlier = rungs.slice(0, index).flatMap(other => other.fields.at ?? []);
    const twin = earlier.find(other => JSON.stringify(other.at) === JSON.stringify(at.at));
    const ahead = earlier.find(other => isAfter(other.at, at.at));
    if (twin) yield { ...place, expected: 'every time once', message: `${quoted(at.id)} is told twice in this ladder` };
    else if (ahead)
      yield {
        ...place,
        expected: 'rungs in order',
        message: `${quoted(at.id)} falls due before ${quoted(ahead.id)}, and must stand before it`,
      };
  }
}

const PHASE = { share: 0, before: 0, breach: 1, after: 2, age: 3 } as const;

/** Whether one time falls due after another on every clock; an age, and a share against a time before, depend on the target. */
function isAfter(a: RungTime, b: RungTime): boolean {
  if (a.kind === 'age' || b.kind === 'age') return a.kind === 'age' && b.kind === 'age' && a.duration > b.duration;
  if (PHASE[a.kind] !== PHASE[b.kind]) return PHASE[a.kind] > PHASE[b.kind];
  if (a.kind === 'share' && b.kind === 'share') return a.share > b.share;
  if (a.kind === 'before' && b.kind === 'before') return a.wall === b.wall && a.duration < b.duration;
  if (a.kind === 'after' && b.kind === 'after') return a.wall === b.wall && a.duration > b.duration;
  return false;
}
