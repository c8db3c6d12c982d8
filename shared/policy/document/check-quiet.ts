import { CHANNELS } from '../ladder.ts';
import { FOR_EVER, type QuietHours, quietUntil } from '../quiet-hours.ts';
import { checkNamed } from './check-severities.ts';
import { isToldBy } from './check-told.ts';
import { type Finding, quoted } from './fault.ts';
import { at, partsOf } from './fields.ts';
import { quietOf } from './quiet-reading.ts';
import { quietShape } from './quiet-shape.ts';
import { recipientShape } from './recipient-shape.ts';

/** Quiet hours of a channel the recipient does not have, with severities the policy does not have, or that never end for some severity. */
export function* checkQuiet(raw: unknown, severities: readonly string[] | undefined): Generator<Finding> {
  for (const { name, path, raw: recipient, fields } of partsOf(recipientShape, at(raw, 'recipients'), ['recipients'])) {
    for (const { path: place, raw: hours, fields: told } of partsOf(quietShape, at(recipient, 'quiet'), [
      ...path,
      'quiet',
    ])) {
      const { channel } = told;
      if (channel !== undefined && !isToldBy(recipient, channel))
        yield {
          path: [...place, 'channel'],
          found: quoted(channel),
          expected: `a channel ${quoted(String(name))} is told by`,
        };
      yield* checkNamed([...place, 'anyway'], at(hours, 'anyway'), told.anyway, severities);
    }
    const quiet = (fields.quiet ?? []).map(quietOf);
    yield* neverTold([...path, 'quiet'], quiet, fields.zone ?? 'UTC', severities ?? []);
  }
}

function* neverTold(
  path: Finding['path'],
  quiet: readonly QuietHours[],
  zone: string,
  severities: readonly string[],
): Generator<Finding> {
  for (const channel of CHANNELS) {
    const never = severities.filter(severity => (quietUntil(quiet, { channel, severity, zone }, 0) ?? 0) >= FOR_EVER);
    if (never.length === 0) continue;
    const message = `it is quiet round the clock: nobody would ever be told of ${never.join(', ')} by ${channel}; leave an hour, or name them under anyway`;
    yield { path, found: 'quiet round the clock', expected: 'hours that end', message };
  }
}
