import { SECOND } from '../../shared/calendar/instant.ts';
import { noteAnswer } from './answer-record.ts';
import { recordAsked } from './asked-record.ts';
import { awsClients } from './aws-clients.ts';
import { putOnBus } from './bus.ts';
import { driverOf } from './driver.ts';
import { recordEmitted } from './emitted-record.ts';
import { startEngines } from './engines.ts';
import { mailboxSimulator } from './fakes/mailbox-simulator.ts';
import { hinderedWorker, NotStarted } from './hindered-worker.ts';
import { answer, type HttpAnswer, type HttpRequest, requestOf } from './http-api.ts';
import { listenHttp } from './http-listener.ts';
import type { Machine, MachineOptions } from './machine.ts';
import { openEars } from './output.ts';
import { watchOwed } from './owed-watch.ts';
import { pace } from './pacer.ts';
import { tellOfPages } from './pager-webhooks.ts';
import { placesOf } from './places.ts';
import { type Plan, planOf } from './plan.ts';
import type { QueueEngine } from './queue-engine.ts';
import { readersOf } from './readers.ts';
import { recorderAt } from './recorder.ts';
import { sourceOf } from './sources.ts';
import { synthesize } from './synthesize.ts';
import { openTables } from './tables.ts';
import { installVirtualDate } from './virtual-date.ts';
import { atMinuteEnds } from './watch/minute-ends.ts';
import { type ServiceNumbers, serviceNumbers } from './watch/service-numbers.ts';
import { watchOver } from './watch/watch.ts';
import { type Wire, type Worker, workerOf } from './workers.ts';

const A_WORKING_DAY_A_MINUTE = 480;
const KEPT_FOR_THE_CONSOLE = 50_000;

/** Starts the whole stack on this machine, in a time of its own; throws a `LocalError` where something here keeps it from starting. */
export async function startMachine(options: MachineOptions): Promise<Machine> {
  const undo: (() => unknown)[] = [];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    return { ...(await build(options, undo)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function build(options: MachineOptions, undo: (() => unknown)[]): Promise<Omit<Machine, 'stop'>> {
  const isStepped = options.time === 'stepped';
  const isLivedThrough = options.idleSweeps ?? !isStepped;
  const template = options.template ?? (await synthesize());
  const engines = await startEngines(options.dataPath, options.secrets);
  undo.push(engines.stop);
  const { queues, endpoints, pager, topics } = engines;
  const plan = planOf(template, queues.url);
  for (const queue of plan.queues) queues.create(queue);
  const tables = await openTables(awsClients(endpoints, async () => {}).dynamodb, plan.tables[0]!);
  for (const policy of options.policies) await tables.addPolicy(policy);

  const now = () => driver.now();
  const watch = watchOver(template, placesOf(template, queues.url), now);
  const numbers = serviceNumbers(watch.report, plan, queues, now);
  const recorder = recorderAt(now, isStepped ? Number.POSITIVE_INFINITY : KEPT_FOR_THE_CONSOLE, watch.heard);
  undo.push(openEars());
  const note = options.modules === undefined ? noteAnswer : undefined;
  const ask = (request: HttpRequest): Promise<HttpAnswer> =>
    numbers.asked(() => answer(plan.routes, workerAt, request, note));
  const listener = options.port === undefined ? undefined : await listenHttp(options.port, ask);
  if (listener) undo.push(listener.stop);
  const environment = {
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
    AWS_ENDPOINT_URL_SQS: endpoints.sqs,
    AWS_ENDPOINT_URL_SES: endpoints.ses,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: endpoints.secrets,
    AWS_ENDPOINT_URL_SNS: endpoints.sns,
    PAGERDUTY_URL: pager.url,
    ALLOW_LOCAL_WEBHOOKS: '1',
    ...(listener && { API_URL: listener.url }),
  };
  const owed = watchOwed(await tables.owed(), lookAheadOf(plan), now);
  const mailboxes = mailboxSimulator((entry, after) =>
    driver.at(now() + after, () => {
      numbers.heard(entry);
      return putOnBus('default', plan.rules, queues, [entry], numbers.invoked);
    }),
  );
  const wire: Wire = (name, clients, die) => {
    owed.over(clients.dynamodb);
    mailboxes.over(clients.ses);
    if (isLivedThrough) numbers.over(clients);
    return options.wire?.(name, clients, die) ?? clients;
  };
  const { modules, concurrency = isStepped ? 1 : 4 } = options;
  const workers = plan.functions.map(each => {
    const worker = workerOf(each, { endpoints, environment, wire, module: modules?.[each.name], hear: recorder.hear });
    return numbers.of(hinderedWorker(worker, () => options.hindrance?.(each.name)));
  });
  const asked = () => Object.fromEntries(workers.map(worker => [worker.plan.name, worker.asked()]));
  undo.push(() => recordAsked(asked()));
  undo.push(() => recordEmitted(recorder.readings));
  const workerAt = (arn: string) => workers.find(worker => worker.plan.arn === arn)!;
  const driver = driverOf({
    startAt: Math.max(options.startAt ?? Date.now(), (await tables.lastWritten()) ?? 0),
    queues,
    sources: plan.sources.map(each => sourceOf(each, workerAt(each.functionArn), queues, concurrency)),
    sweeps: scheduledOf(plan, workerAt, owed.swept, queues, numbers.called),
    ...(isLivedThrough ? {} : { worthSweepingFrom: () => owed.worthSweepingFrom(options.thriftySweeps ?? false) }),
  });
  if (isLivedThrough)
    atMinuteEnds(driver, end => {
      numbers.minute(end);
      watch.look(end);
    });
  undo.push(installVirtualDate(driver.now));
  tellOfPages(pager, plan, engines.secretOf, driver, ask);

  const speed = isStepped ? 0 : (options.speed ?? A_WORKING_DAY_A_MINUTE);
  if (!isStepped) undo.push(pace(driver, speed, error => recorder.hear('machine', String(error))));

  return {
    ...driver,
    ...readersOf(plan, engines, tables, recorder),
    speed,
    watch,
    alarms: watch.alarms,
    database: { table: plan.tables[0]!.TableName!, endpoint: endpoints.dynamodb },
    url: listener?.url,
    environment,
    pager,
    topics,
    ask,
    post: events => ask(requestOf(events)),
    putEvents: entries => putOnBus('own', plan.rules, queues, entries, numbers.invoked),
    asked,
    async invoke(name, event = {}) {
      const worker = workers.find(({ plan }) => [plan.name, plan.arn].includes(name));
      if (worker === undefined) throw new Error(`there is no function ${name}`);
      return worker.invoke(event);
    },
  };
}

/**
 * What is called on a schedule. A call that fails has said so in the log, and the next one comes all the same; one that the scheduler may not
 * make lies in the schedule's queue.
 */
const scheduledOf = (
  plan: Plan,
  workerAt: (arn: string) => Worker,
  swept: () => void,
  queues: QueueEngine,
  called: ServiceNumbers['called'],
) =>
  plan.schedules.map(({ everyMinutes, functionArn, missedQueueArn, group }) => {
    const worker = workerAt(functionArn);
    const done = () => {
      called(group, false);
      if (worker.plan.name === 'sweep') swept();
    };
    const failed = async (error: unknown) => {
      const isRefused = error instanceof NotStarted && error.why === 'forbidden';
      called(group, isRefused);
      if (isRefused) await queues.send(missedQueueArn, '{}');
    };
    return { everyMinutes, run: () => worker.invoke({}).then(done, failed) };
  });

const lookAheadOf = ({ functions }: Plan): number =>
  Math.max(...functions.map(({ environment }) => Number(environment.LOOK_AHEAD_SECONDS ?? 0))) * SECOND;
