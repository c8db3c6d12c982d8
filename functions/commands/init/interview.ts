import { Refusal } from '../complaint.ts';
import type { Terminal } from '../terminal.ts';

/** One thing somebody is asked. */
export interface Question<T> {
  readonly title: string;
  readonly about: string;
  readonly expected: string;
  /** The answer that is meant where nothing is said, as it would be typed; undefined where nothing is an answer of its own. */
  readonly usual: string | undefined;
  /** Whether nothing will do. */
  readonly isOptional: boolean;
  /** What an answer means; undefined when it means nothing. */
  readonly read: (answer: string) => T | undefined;
}

/** A conversation with the person at the keyboard. */
export interface Interview {
  /** Asks until the answer means something; undefined where nothing will do and nothing was said. Throws a Refusal when there are no answers left. */
  ask<T>(question: Question<T>): Promise<T | undefined>;
  end(): Promise<void>;
}

/** What is answered where the usual answer is not meant, but none. */
const NOTHING = '-';

/** Begins a conversation. */
export function interview(terminal: Terminal): Interview {
  const answers = terminal.lines()[Symbol.asyncIterator]();

  async function hear(): Promise<string> {
    const { done, value } = await answers.next();
    if (done) throw new Refusal('the answers ended before the questions; nothing was written');
    return value.trim();
  }

  return {
    async ask({ title, about, expected, usual, isOptional, read }) {
      const hint = usual ? `[${usual}]` : isOptional || usual === '' ? 'nothing if left empty' : 'needed';
      terminal.note(
        `\n${title}: ${about}\n  ${expected}; ${hint}${usual && isOptional ? `, ${NOTHING} for nothing` : ''}`,
      );
      for (;;) {
        const heard = await hear();
        const answer = heard === '' ? (usual ?? '') : heard;
        if (isOptional && (answer === '' || answer === NOTHING)) return undefined;
        const meant = read(answer);
        if (meant !== undefined) return meant;
        terminal.note(`  found ${answer === '' ? 'nothing' : `"${answer}"`}, expected ${expected}`);
      }
    },
    end: async () => void (await answers.return?.()),
  };
}
