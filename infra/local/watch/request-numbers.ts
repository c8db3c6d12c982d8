import type { HttpAnswer } from '../http-api.ts';
import type { StagePlan } from '../plan.ts';
import type { Report } from './report.ts';

/**
 * Reports a request as API Gateway reports it, whoever gave the answer; its time is real time
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-metrics.html).
 */
export async function reportedRequest(
  { ApiId, Stage }: StagePlan,
  answer: () => Promise<HttpAnswer>,
  report: Report,
): Promise<HttpAnswer> {
  const begun = performance.now();
  const answered = await answer();
  const number = (name: string, value: number) =>
    report({ namespace: 'AWS/ApiGateway', name, dimensions: { ApiId, Stage } }, value);
  number('Count', 1);
  number('4xx', isOf(4, answered));
  number('5xx', isOf(5, answered));
  number('Latency', performance.now() - begun);
  return answered;
}

const isOf = (hundreds: number, { status }: HttpAnswer): number => Number(Math.floor(status / 100) === hundreds);
