import { readSilence } from '../../../shared/notification/read-silence.ts';
import type { Silence } from '../../../shared/notification/silence.ts';
import { pathText } from '../../../shared/policy/document/fault.ts';
import { Refusal } from '../complaint.ts';

/** The silence that is asked for; a Refusal says everything that is wrong with it. */
export function sound(asked: unknown, by: { id: string; author: string; now: number }): Silence {
  const read = readSilence(asked, by);
  if ('silence' in read) return read.silence;
  const mistakes = read.findings.map(({ path, message, found, expected }) => {
    const place = path.length === 0 ? '' : `--${pathText(path)}: `;
    return `${place}${message ?? `expected ${expected}, found ${found}`}`;
  });
  throw new Refusal(`nothing is silenced\n${mistakes.join('\n')}`);
}
