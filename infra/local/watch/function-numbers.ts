import type { Worker } from '../workers.ts';
import type { Report } from './report.ts';

/**
 * A worker whose invocations are reported as Lambda reports them. Its time is real time, for the machine's stands still while it works; nothing
 * is ever throttled here (https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html).
 */
export function reportedWorker(worker: Worker, functionName: string, report: Report): Worker {
  let running = 0;
  const number = (name: string, value: number) =>
    report({ namespace: 'AWS/Lambda', name, dimensions: { FunctionName: functionName } }, value);
  return {
    ...worker,
    async invoke(event) {
      running += 1;
      number('ConcurrentExecutions', running);
      number('Throttles', 0);
      const begun = performance.now();
      let errors = 1;
      try {
        const answer = await worker.invoke(event);
        errors = 0;
        return answer;
      } finally {
        running -= 1;
        number('Invocations', 1);
        number('Errors', errors);
        number('Duration', performance.now() - begun);
      }
    },
  };
}
