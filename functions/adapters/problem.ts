import type { Fault } from '../../shared/ticket/fault.ts';

/** Why something sent to us was not taken, as RFC 9457 has it; `errors` names every fault and where it is. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly errors?: readonly Fault[];
}

/** A problem of one of our kinds. */
export const problem = (status: number, title: string, facts: Pick<Problem, 'detail' | 'errors'> = {}): Problem => ({
  type: 'about:blank',
  title,
  status,
  ...facts,
});
