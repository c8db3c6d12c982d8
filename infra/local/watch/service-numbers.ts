import type { Instant } from '../../../shared/calendar/instant.ts';
import type { AwsClients } from '../aws-clients.ts';
import type { BusEntry } from '../bus.ts';
import type { HttpAnswer } from '../http-api.ts';
import type { Plan, Rule } from '../plan.ts';
import type { QueueEngine } from '../queue-engine.ts';
import type { Worker } from '../workers.ts';
import { reportedWorker } from './function-numbers.ts';
import { mailNumbers } from './mail-numbers.ts';
import { queueNumbers } from './queue-numbers.ts';
import type { Report } from './report.ts';
import { reportedRequest } from './request-numbers.ts';
import { reportUnits } from './table-numbers.ts';

/** What AWS's own services would report of what happens on the machine. */
export interface ServiceNumbers {
  /** Watches what a function asks of the services. */
  over(clients: AwsClients): void;
  /** The worker, its invocations reported. */
  of(worker: Worker): Worker;
  /** The answer to a request, reported. */
  asked(answer: () => Promise<HttpAnswer>): Promise<HttpAnswer>;
  /** Counts a call of a schedule of a group, and whether it was refused. */
  called(group: string, isRefused: boolean): void;
  /** Counts an event that a rule put into a queue. */
  invoked(rule: Rule): void;
  /** Counts what the default event bus is told. */
  heard(entry: BusEntry): void;
  /** Reports what is reported once a minute. */
  minute(end: Instant): void;
}

/** The numbers of a plan's services, reported at a time. */
export function serviceNumbers(report: Report, plan: Plan, queues: QueueEngine, now: () => Instant): ServiceNumbers {
  const mails = mailNumbers(report, now);
  const lookAtQueues = queueNumbers(queues, plan.queues, report);
  return {
    over({ dynamodb, ses }) {
      reportUnits(dynamodb, report);
      mails.over(ses);
    },
    of: worker => reportedWorker(worker, worker.plan.arn.split(':').at(-1)!, report),
    asked: answer => reportedRequest(plan.stages[0]!, answer, report),
    called(ScheduleGroup, isRefused) {
      const number = (name: string) => report({ namespace: 'AWS/Scheduler', name, dimensions: { ScheduleGroup } }, 1);
      number('InvocationAttemptCount');
      if (isRefused) number('TargetErrorCount');
    },
    invoked: ({ dimensions }) => report({ namespace: 'AWS/Events', name: 'Invocations', dimensions }, 1),
    heard: mails.heard,
    minute(end) {
      lookAtQueues(end);
      mails.minute(end);
    },
  };
}
