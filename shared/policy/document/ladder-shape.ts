import * as z from 'zod';
import { parseRepeat, parseRungTime, REPEAT_EXPECTED, RUNG_EXPECTED } from './rung-text.ts';
import { name, oneOrMore, readAs } from './text-shapes.ts';

const recipients = oneOrMore(name, 'the name of a recipient, or a list of names');

/** One step of a ladder: when, and whom to tell by which channel. */
export const rungShape = z.strictObject({
  at: readAs(parseRungTime, RUNG_EXPECTED).describe(`When it falls due: ${RUNG_EXPECTED}.`),
  email: recipients.exactOptional().describe('Whom to write to.'),
  page: recipients.exactOptional().describe('Whom to wake.'),
  repeat: readAs(parseRepeat, REPEAT_EXPECTED)
    .exactOptional()
    .describe(`How it repeats until somebody acknowledges: ${REPEAT_EXPECTED}. Each time is a page of its own.`),
});

/** How many rungs a ladder may have. */
export const MOST_RUNGS = 50;

/** The steps of an escalation, the mildest first. */
export const ladderShape = z.array(rungShape).min(1).max(MOST_RUNGS);
