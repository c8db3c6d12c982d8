import type { Calendar } from '../../../shared/calendar/calendar.ts';
import { isoDuration } from '../../../shared/calendar/duration.ts';
import { type Instant, LATEST } from '../../../shared/calendar/instant.ts';
import { writeInstant } from '../../../shared/calendar/written.ts';
import { unheldDue } from '../../../shared/policy/unheld-due.ts';
import { UsageError } from '../complaint.ts';
import { readLength } from '../durations.ts';
import { readInstant } from '../instants.ts';

/** What a calendar can be asked. */
export const OPERATIONS = ['add', 'elapsed', 'open'] as const;

/** One of the things a calendar can be asked. */
export type Operation = (typeof OPERATIONS)[number];

/** A question as it was told; whatever is in it has still to be read. */
export type Question = Readonly<Record<string, unknown>>;

/** Answers a question on a calendar, its times written in `zone`; a UsageError or RangeError says why there is no answer. */
export function answer(operation: Operation, question: Question, calendar: Calendar, zone?: string): object {
  const write = (t: Instant) => writeInstant(t, zone ?? calendar.definition.zone);
  switch (operation) {
    case 'add': {
      const length = readLength(question.duration);
      return { at: write(unheldDue(length, calendar, readInstant(question.from, 'from'))!) };
    }
    case 'elapsed': {
      const milliseconds = calendar.elapsed(readInstant(question.from, 'from'), readInstant(question.to, 'to'));
      return { elapsed: isoDuration(milliseconds), milliseconds };
    }
    case 'open': {
      const at = readInstant(question.at, 'at');
      const open = calendar.isOpen(at);
      const next = open ? closingAfter(calendar, at) : openingAfter(calendar, at);
      return { open, next: next === undefined ? null : write(next) };
    }
  }
}

/** Which operation a line names; a UsageError for none. */
export function readOperation(name: unknown): Operation {
  const operation = OPERATIONS.find(each => each === name);
  if (operation) return operation;
  throw new UsageError(
    `op: found ${name === undefined ? 'nothing' : JSON.stringify(name)}, expected ${OPERATIONS.join(', ')}`,
  );
}

function openingAfter(calendar: Calendar, at: Instant): Instant | undefined {
  try {
    return calendar.nextOpening(at);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** When a calendar that is open closes next; undefined when it never does. */
function closingAfter(calendar: Calendar, at: Instant): Instant | undefined {
  const [span] = calendar.spans(at, LATEST);
  return span === undefined || span.to === LATEST ? undefined : span.to;
}
