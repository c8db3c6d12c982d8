import { columns } from './columns.ts';
import type { Command, Option } from './command.ts';

/** The help on one command. */
export function helpOn({ words, operands, options, about, details }: Command): string {
  const usage = ['Usage: timekeeper', words, operands, '[options]'].filter(Boolean).join(' ');
  const listed = [...Object.entries(options), ['help', { type: 'boolean', about: 'This text.' }] as const];
  return [
    usage,
    '',
    about,
    ...(details ? ['', details] : []),
    '',
    'Options:',
    ...columns(listed.map(optionLine), '  '),
  ].join('\n');
}

/** The list of commands that begin with the words asked about; all of them for none. */
export function helpOnAll(commands: readonly Command[]): string {
  const lines = commands.map(
    ({ words, operands, about }) => [[words, operands].filter(Boolean).join(' '), about] as const,
  );
  return ['Usage: timekeeper COMMAND [options]', '', ...columns(lines, '  '), '', 'Each has a --help of its own.'].join(
    '\n',
  );
}

const optionLine = ([name, { value, about }]: readonly [string, Option]): string[] => [
  `--${name}${value === undefined ? '' : ` ${value}`}`,
  about,
];
