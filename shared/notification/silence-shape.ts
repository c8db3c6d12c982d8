import * as z from 'zod';
import { conditionShape } from '../policy/document/condition-shape.ts';
import { metricShape } from '../policy/document/target-shape.ts';
import { instant, words } from '../policy/document/text-shapes.ts';
import { CHANNELS } from '../policy/ladder.ts';
import { SILENCE_KINDS } from './silence.ts';

const whole = (most: number) =>
  words
    .max(most, { error: `at most ${most} characters` })
    .refine(text => typeof text !== 'string' || text.isWellFormed(), { error: 'text without half a character' });

const name = whole(200);

/** What a silence can be told to match; it has to match by something. */
export const matcherShape = z.strictObject({
  for: conditionShape.exactOptional(),
  tenant: name.exactOptional(),
  source: name.exactOptional().describe('The help desk, as ticket events name it.'),
  ticket: name.exactOptional().describe('The id of one ticket.'),
  policy: name.exactOptional().describe('The name of a policy.'),
  metric: metricShape.exactOptional(),
  channel: z.enum(CHANNELS).exactOptional(),
  recipient: name.exactOptional().describe('The name of a recipient of policies.'),
});

/** A silence as people write it. */
export const silenceShape = z.strictObject({
  kind: z.enum(SILENCE_KINDS).exactOptional().describe('A silence where none is told.'),
  ...matcherShape.shape,
  from: instant.exactOptional().describe('When it begins; now where none is told.'),
  to: instant.describe('When it ends; it must.'),
  reason: whole(500).describe('Why nobody is to be told, for those who wonder.'),
  by: name.exactOptional().describe('Who wants it so; whoever asks where nobody is told.'),
});
