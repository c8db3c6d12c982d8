import { NotStarted } from '../hindered-worker.ts';
import type { Worker } from '../workers.ts';
import type { Report } from './report.ts';

/**
 * A worker whose invocations are reported as Lambda reports them: one that is turned away is neither an invocation nor an error. Its time is
 * real time, for the machine's stands still while it works (https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html).
 */
export function reportedWorker(worker: Worker, functionName: string, report: Report): Worker {
  let running = 0;
  const number = (name: string, value: number) =>
    report({ namespace: 'AWS/Lambda', name, dimensions: { FunctionName: functionName } }, value);

  function ended(begun: number, errors: 0 | 1): void {
    number('Throttles', 0);
    number('Invocations', 1);
    number('Errors', errors);
    number('Duration', performance.now() - begun);
  }

  return {
    ...worker,
    async invoke(event) {
      const begun = performance.now();
      running += 1;
      try {
        const answer = await worker.invoke(event);
        ended(begun, 0);
        return answer;
      } catch (error) {
        if (!(error instanceof NotStarted)) ended(begun, 1);
        else if (error.why === 'throttled') number('Throttles', 1);
        throw error;
      } finally {
        number('ConcurrentExecutions', running);
        running -= 1;
      }
    },
  };
}
