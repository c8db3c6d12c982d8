import { beforeEach, describe, expect, it } from 'vitest';
import { type Hindrance, hinderedWorker } from '../../../../infra/local/hindered-worker.ts';
import { reportedWorker } from '../../../../infra/local/watch/function-numbers.ts';
import { mailNumbers } from '../../../../infra/local/watch/mail-numbers.ts';
import type { Metric } from '../../../../infra/local/watch/metric.ts';
import { atMinuteEnds } from '../../../../infra/local/watch/minute-ends.ts';
import { reportedRequest } from '../../../../infra/local/watch/request-numbers.ts';
import type { Worker } from '../../../../infra/local/workers.ts';
import { DAY, HOUR, MINUTE } from '../../../../shared/calendar/instant.ts';

let reports: string[];
beforeEach(() => {
  reports = [];
});
const report = ({ name }: Metric, ...values: readonly number[]) => {
  if (name !== 'Duration') reports.push(`${name} ${values}`);
};

describe('an invocation is reported', () => {
  const invoke = async (answer: () => Promise<unknown>, hindrance?: Hindrance) => {
    const worker: Worker = { plan: undefined as never, asked: () => [], invoke: answer };
    const reported = reportedWorker(
      hinderedWorker(worker, () => hindrance),
      'shop',
      report,
    );
    return reported.invoke({}).catch(error => error.message);
  };

  it('as one without an error where it answers', async () => {
    expect(await invoke(async () => 'yes')).toBe('yes');
    expect(reports).toEqual(['Throttles 0', 'Invocations 1', 'Errors 0', 'ConcurrentExecutions 1']);
  });

  it('as an error where it throws', async () => {
    expect(await invoke(() => Promise.reject(new Error('no')))).toBe('no');
    expect(reports).toContain('Errors 1');
  });

  it('as a throttle alone where Lambda has no room, and not at all where nobody may call it', async () => {
    expect(await invoke(async () => 'yes', 'throttled')).toContain('throttled');
    expect(await invoke(async () => 'yes', 'forbidden')).toContain('forbidden');
    expect(reports).toEqual(['Throttles 1', 'ConcurrentExecutions 1', 'ConcurrentExecutions 1']);
  });
});

it('of the mails of a day those that bounced for good are a share; one that bounced for now is not among them', () => {
  let now = 0;
  const mails = mailNumbers(report, () => now);
  mails.minute(now);
  expect(reports).toEqual([]);
  const hear = (eventType: string, bounceType?: string) =>
    mails.heard({ detail: { eventType, ...(bounceType && { bounce: { bounceType } }) } });
  for (let mail = 0; mail < 4; mail += 1) hear('Send');
  hear('Bounce', 'Permanent');
  hear('Bounce', 'Transient');
  now = HOUR;
  hear('Send');
  reports = [];
  mails.minute(now);
  expect(reports).toEqual(['Reputation.BounceRate 0.2', 'Reputation.ComplaintRate 0']);
  reports = [];
  mails.minute(DAY + MINUTE);
  expect(reports).toEqual(['Reputation.BounceRate 0', 'Reputation.ComplaintRate 0']);
});

it('a minute ends a millisecond before the next begins, again and again', () => {
  let now = 90_000;
  const planned: [number, () => unknown][] = [];
  const ends: number[] = [];
  atMinuteEnds({ now: () => now, at: (instant, action) => planned.push([instant, action]) }, end => ends.push(end));
  for (let turn = 0; turn < 3; turn += 1) {
    const [instant, action] = planned.shift()!;
    now = instant;
    action();
  }
  expect(ends).toEqual([2, 3, 4].map(minutes => minutes * MINUTE));
  expect(now).toBe(4 * MINUTE - 1);
});

it.each([
  [202, ['Count 1', '4xx 0', '5xx 0']],
  [404, ['Count 1', '4xx 1', '5xx 0']],
  [503, ['Count 1', '4xx 0', '5xx 1']],
])('a request answered with %i is reported by its hundreds', async (status, expected) => {
  const answer = { status, headers: {}, text: '', body: undefined };
  expect(await reportedRequest({ ApiId: 'a', Stage: 's' }, async () => answer, report)).toBe(answer);
  expect(reports.filter(each => !each.startsWith('Latency'))).toEqual(expected);
});
