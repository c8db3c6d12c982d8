import { argumentsOf } from './arguments.ts';
import type { Command } from './command.ts';
import { COMMANDS } from './commands.ts';
import { UsageError } from './complaint.ts';
import { helpOn, helpOnAll } from './help.ts';
import { inOneLine } from './in-one-line.ts';
import type { Terminal } from './terminal.ts';

const GOOD = 0;
const FAILED = 1;
const BAD_USAGE = 2;

/** Does what a command line asks for; the exit code is 0, 1 when the answer is no or it failed, 2 for a bad command line. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const command = COMMANDS.find(({ words }) => beginsWith(args, words.split(' ')));
  if (command === undefined) return withoutCommand(args, terminal);
  const rest = args.slice(command.words.split(' ').length);
  if (asksForHelp(rest)) {
    terminal.say(helpOn(command));
    return GOOD;
  }
  try {
    const { given, operands } = argumentsOf(command, rest);
    return await command.run(given, operands, terminal);
  } catch (error) {
    return complain(command, error, terminal);
  }
}

function complain({ words }: Command, error: unknown, terminal: Terminal): number {
  const isUsage = error instanceof UsageError;
  terminal.note(`timekeeper ${words}: ${inOneLine(error)}${isUsage ? `; see timekeeper ${words} --help` : ''}`);
  return isUsage ? BAD_USAGE : FAILED;
}

function withoutCommand(args: readonly string[], terminal: Terminal): number {
  const words = args.filter(arg => !arg.startsWith('-'));
  const near = COMMANDS.filter(command => beginsWith(command.words.split(' '), words));
  if (near.length > 0 && asksForHelp(args)) {
    terminal.say(helpOnAll(near));
    return GOOD;
  }
  const found = args.length === 0 ? 'found nothing' : `found "${words.join(' ') || args.join(' ')}"`;
  const expected = (near.length > 0 ? near : COMMANDS).map(command => command.words).join(', ');
  terminal.note(`timekeeper: ${found}, expected one of ${expected}; see timekeeper --help`);
  return BAD_USAGE;
}

const beginsWith = (args: readonly string[], words: readonly string[]): boolean =>
  words.every((word, index) => args[index] === word);

const asksForHelp = (args: readonly string[]): boolean => args.some(arg => arg === '--help' || arg === '-h');
