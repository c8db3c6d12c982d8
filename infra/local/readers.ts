import type { Engines } from './engines.ts';
import type { Machine } from './machine.ts';
import type { Plan } from './plan.ts';
import type { Recorder } from './recorder.ts';
import type { Tables } from './tables.ts';

type Readers = Pick<
  Machine,
  | keyof Omit<Tables, 'owed' | 'lastWritten'>
  | 'inbox'
  | 'pages'
  | 'queueDepths'
  | 'messages'
  | 'rejected'
  | 'measures'
  | 'logs'
>;

/** What tests and the console look at. */
export function readersOf(plan: Plan, { queues, mail, pager }: Engines, tables: Tables, recorder: Recorder): Readers {
  const { owed: _owed, lastWritten: _lastWritten, ...kept } = tables;
  const messages = (name: string) => {
    const queue = plan.queues.find(each => each.name === name);
    if (queue === undefined) throw new Error(`there is no queue ${name}`);
    return queues.bodies(queue.arn).map(parsed);
  };
  return {
    ...kept,
    inbox: mail.inbox,
    pages: pager.incidents,
    queueDepths: () => Object.fromEntries(plan.queues.map(({ name, arn }) => [name, queues.depth(arn)])),
    messages,
    rejected: () => messages('rejected'),
    measures: () => recorder.readings,
    logs: () => recorder.lines,
  };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
