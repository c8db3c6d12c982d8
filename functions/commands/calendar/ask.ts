import type { Given } from '../command.ts';
import { UsageError } from '../complaint.ts';
import { inOneLine } from '../in-one-line.ts';
import { readZone } from '../instants.ts';
import type { Terminal } from '../terminal.ts';
import { type CALENDAR_OPTIONS, type Calendars, calendarsOf } from './calendars.ts';
import { answer, type Operation, type Question, readOperation } from './question.ts';

/** The option by which a reader gets the times in a zone of their own. */
export const ZONE_OPTION = {
  zone: { type: 'string', value: 'ZONE', about: "The zone times are written in; the calendar's own if not given." },
} as const;

/** What the help of every question says of the stream. */
export const STREAM_DETAILS = `Without a question on the command line, questions are read from standard input, one JSON object a line, and answered line by
line in the same order: {"op":"add","from":…,"duration":"90m"}, {"op":"elapsed","from":…,"to":…}, {"op":"open","at":…}; "op"
may be left out, "calendar" may name another one. A line that cannot be answered gets {"error":…}, and the stream goes on.`;

/** Answers the one question on the command line, or where it has none every question on standard input. */
export async function ask(
  operation: Operation,
  question: Question,
  given: Given<typeof CALENDAR_OPTIONS & typeof ZONE_OPTION>,
  terminal: Terminal,
): Promise<number> {
  const zone = given.zone === undefined ? undefined : readZone(given.zone);
  const calendars = await calendarsOf(given, terminal);
  if (Object.values(question).some(value => value !== undefined)) {
    terminal.say(JSON.stringify(answer(operation, question, calendars(), zone)));
    return 0;
  }
  for await (const line of terminal.lines())
    if (line.trim() !== '') terminal.say(JSON.stringify(answerLine(line, operation, calendars, zone)));
  return 0;
}

function answerLine(line: string, usual: Operation, calendars: Calendars, zone: string | undefined): object {
  try {
    const { op, calendar, ...question } = readQuestion(line);
    if (calendar !== undefined && typeof calendar !== 'string') throw new UsageError('calendar: expected a name');
    return answer(op === undefined ? usual : readOperation(op), question, calendars(calendar), zone);
  } catch (error) {
    return { error: inOneLine(error) };
  }
}

function readQuestion(line: string): Question {
  const value = parsed(line);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Question;
  throw new UsageError('expected a JSON object');
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new UsageError('not JSON; expected an object such as {"op":"open","at":"2026-03-02T09:00:00Z"}');
  }
}
