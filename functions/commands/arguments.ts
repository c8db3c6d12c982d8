import { parseArgs } from 'node:util';
import type { Command, Given, Options } from './command.ts';
import { UsageError } from './complaint.ts';

/** What a command line asks of a command; a UsageError says what it cannot mean. */
export function argumentsOf(
  command: Command,
  args: readonly string[],
): { readonly given: Given<Options>; readonly operands: readonly string[] } {
  const { values, positionals } = parsed(command, joined(command, args));
  const [least, most] = command.count ?? [0, 0];
  if (positionals.length < least) throw new UsageError(`expected ${command.operands}`);
  if (positionals.length > most) throw new UsageError(`found "${positionals[most]}", expected ${nothingMore(most)}`);
  return { given: values as Given<Options>, operands: positionals };
}

function parsed({ options }: Command, args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(plainly(error as Error));
  }
}

const nothingMore = (most: number): string => (most === 0 ? 'only options' : 'nothing after the operands');

/** The first sentence of what Node says, without its advice on how to quote. */
function plainly({ message }: Error): string {
  const sentence = message.split(/\. |\.?\n|\.$/)[0]!.replaceAll("'", '');
  return sentence[0]!.toLowerCase() + sentence.slice(1);
}

/** A value may begin with a minus, as -90m does, which `parseArgs` only takes behind an equals sign. */
function joined({ options }: Command, args: readonly string[]): string[] {
  const found: string[] = [];
  for (const arg of args) {
    const before = found.at(-1);
    const isValue = before?.startsWith('--') && options[before.slice(2)]?.type === 'string' && /^-(\d|P)/i.test(arg);
    if (isValue) found[found.length - 1] = `${before}=${arg}`;
    else found.push(arg);
  }
  return found;
}
