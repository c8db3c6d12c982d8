import { CHANNELS } from '../ladder.ts';
import { checkManner, type Surroundings } from './check-manner.ts';
import { isToldBy } from './check-told.ts';
import type { Finding } from './fault.ts';
import { at, partsOf } from './fields.ts';
import { recipientShape } from './recipient-shape.ts';

/** Recipients who cannot be told at all, by a provider that is not there or at no or the wrong place, or in a language without texts. */
export function* checkRecipients(raw: unknown, surroundings: Surroundings): Generator<Finding> {
  for (const { path, raw: recipient } of partsOf(recipientShape, at(raw, 'recipients'), ['recipients'])) {
    if (!CHANNELS.some(channel => isToldBy(recipient, channel)))
      yield { path, found: 'no way to be told', expected: 'email or page' };
    yield* checkManner(path, recipient, surroundings);
  }
}
