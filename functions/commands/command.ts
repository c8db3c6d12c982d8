import type { Terminal } from './terminal.ts';

/** An option of a command: `--month YYYY-MM` where it takes a value, `--json` where it does not. */
export interface Option {
  readonly type: 'string' | 'boolean';
  /** What the value is called in help texts. */
  readonly value?: string;
  readonly about: string;
  /** Whether it may be given several times, each with a value. */
  readonly multiple?: true;
}

/** The options of a command by name. */
export type Options = Readonly<Record<string, Option>>;

/** The values given for options: absent where none was. */
export type Given<O extends Options> = { readonly [K in keyof O]?: ValueOf<O[K]> };

type ValueOf<O extends Option> = O['type'] extends 'boolean'
  ? boolean
  : O['multiple'] extends true
    ? readonly string[]
    : string;

/** One thing the command line can do. */
export interface Command<O extends Options = Options> {
  /** `calendar add` */
  readonly words: string;
  /** What stands for its operands in help texts: `FILE…`. */
  readonly operands?: string;
  /** How many operands it takes at least and at most; none where nothing is said. */
  readonly count?: readonly [least: number, most: number];
  readonly about: string;
  /** More to read in its help: examples, what the answer means. */
  readonly details?: string;
  readonly options: O;
  /** Does it and gives the exit code: 0, or 1 when the answer is no. */
  run(given: Given<O>, operands: readonly string[], terminal: Terminal): Promise<number>;
}

/** The command, its `run` checked against its own options. */
export const command = <const O extends Options>(literal: Command<O>): Command => literal as unknown as Command;
