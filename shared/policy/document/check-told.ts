import type { Channel, Notify } from '../ladder.ts';
import { type Finding, type Path, quoted } from './fault.ts';
import { at, namesOf } from './fields.ts';
import { suggestion } from './nearest.ts';

/** Somebody who is to be told, and is not there or cannot be told that way. */
export function* checkTold(path: Path, { channel, to }: Notify, recipients: unknown): Generator<Finding> {
  const known = namesOf(recipients);
  if (!known.includes(to)) {
    const message = `there is no recipient ${quoted(to)}${suggestion(to, known)}`;
    yield { path, found: quoted(to), expected: `a recipient of this policy: ${known.join(', ')}`, message };
  } else if (!isToldBy(at(recipients, to), channel)) {
    const message = `${quoted(to)} has no ${channel} to be told by`;
    yield { path, found: quoted(to), expected: `a recipient with ${channel}`, message };
  }
}

/** Whether a recipient, not looked at yet, is told that way, if only of some tickets. */
export function isToldBy(recipient: unknown, channel: Channel): boolean {
  const routes = at(recipient, 'routes');
  return [recipient, ...(Array.isArray(routes) ? routes : [])].some(manner => at(manner, channel) !== undefined);
}
