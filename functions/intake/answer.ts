import type { Fault } from '../../shared/ticket/fault.ts';
import { type Problem, problem } from '../adapters/problem.ts';
import type { Receipt } from './receive.ts';

/** What became of one event that was sent: taken in some way, or the problem with it. */
export type Answer =
  | { readonly status: 'accepted' | 'duplicate' | 'kept'; readonly note?: string }
  | { readonly status: 'refused'; readonly problem: Problem };

/** The answer to an event that could be read. */
export function answerTo(receipt: Receipt): Answer {
  switch (receipt) {
    case 'accepted':
    case 'duplicate':
      return { status: receipt };
    case 'kept':
      return { status: receipt, note: 'its ticket is not known yet; it is applied when the creation arrives' };
    case 'contradicts':
      return refused(409, 'This id was used before for an event with another content', '/id');
    case 'too much':
      return refused(413, 'This ticket has become too large to keep', '/subject');
  }
}

/** The answer to an event that could not be read. */
export const answerToFaults = (faults: readonly Fault[]): Answer => ({
  status: 'refused',
  problem: problem(422, 'This is not a ticket event', { errors: faults }),
});

const refused = (status: number, title: string, pointer: string): Answer => ({
  status: 'refused',
  problem: problem(status, title, { errors: [{ pointer, detail: title }] }),
});
