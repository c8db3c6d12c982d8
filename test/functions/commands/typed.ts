import { run } from '../../../functions/commands/run.ts';
import type { Terminal } from '../../../functions/commands/terminal.ts';

/** What a command line came to. */
export interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Saturday 21 November 2026, 10:00 in Berlin. */
export const NOW = Date.UTC(2026, 10, 21, 9);

/** Runs a command line in this process, typed by somebody in Berlin; words with blanks stand between single quotes. */
export async function typed(
  line: string,
  { input = [], ...facts }: Partial<Terminal> & { readonly input?: readonly string[] } = {},
): Promise<Answer> {
  const out: string[] = [];
  const err: string[] = [];
  const args = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare!);
  const code = await run(args, {
    env: {},
    folder: import.meta.dirname,
    zone: 'Europe/Berlin',
    user: 'erika@desk',
    now: () => NOW,
    async *lines() {
      yield* input;
    },
    say: text => void out.push(text),
    note: text => void err.push(text),
    ...facts,
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}
