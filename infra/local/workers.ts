import { AsyncLocalStorage } from 'node:async_hooks';
import { type Asked, askedBy } from './asked.ts';
import { type AwsClients, awsClients, type Endpoints } from './aws-clients.ts';
import { guardOf } from './guard.ts';
import { listening } from './output.ts';
import type { FunctionPlan } from './plan.ts';

/** A function's module, as the Lambda runtime and the machine see it. */
export interface FunctionModule {
  create(environment: Readonly<Record<string, string>>, clients: AwsClients): (event: never) => Promise<unknown>;
}

/** An invocation that came to no end: its process died, or its time was up. Nothing more is heard of it. */
class Died extends Error {
  override readonly name = 'Died';
}

/** Changes a function's connections before it gets them; `die`, awaited, ends the invocation that calls it as if its process were killed. */
export type Wire = (functionName: string, clients: AwsClients, die: () => Promise<never>) => AwsClients;

/** A function that can be invoked. */
export interface Worker {
  readonly plan: FunctionPlan;
  /** The function's answer; throws what it throws, or `Died`. A worker that died starts afresh with the next invocation. */
  invoke(event: unknown): Promise<unknown>;
  /** What the function asked of AWS so far, each thing once; a stand-in is not watched. */
  asked(): readonly Asked[];
}

/** What a worker has around it. */
export interface Surroundings {
  readonly endpoints: Endpoints;
  readonly environment: Readonly<Record<string, string>>;
  readonly wire: Wire | undefined;
  /** Stands in for the function's source. */
  readonly module: FunctionModule | undefined;
  readonly hear: (functionName: string, line: string) => void;
}

interface Invocation {
  dead: boolean;
  readonly end: (error: Died) => void;
}

const current = new AsyncLocalStorage<Invocation>();
const never = <T>(): Promise<T> => new Promise(() => {});
const permit = (): Promise<void> => (current.getStore()?.dead ? never() : Promise.resolve());

/** The worker of a planned function; its source is imported when it is first invoked. */
export function workerOf(plan: FunctionPlan, surroundings: Surroundings): Worker {
  const { name, timeoutSeconds } = plan;
  const guard = guardOf(plan);
  const watch = (command: string, input: Readonly<Record<string, unknown>>) => guard.check(askedBy(command, input));
  let handle: Promise<(event: never) => Promise<unknown>> | undefined;

  async function start() {
    const module = surroundings.module ?? (await load(plan.entry));
    const clients = awsClients(surroundings.endpoints, permit, surroundings.module ? undefined : watch);
    const die = () => {
      current.getStore()?.end(new Died(`${name} died`));
      return never<never>();
    };
    const wired = surroundings.wire?.(name, clients, die) ?? clients;
    return module.create({ ...plan.environment, ...surroundings.environment }, wired);
  }

  async function run(invocation: Invocation, event: unknown): Promise<unknown> {
    handle ??= start();
    const handler = await handle.catch(error => {
      handle = undefined;
      throw error;
    });
    const line = (text: string) => {
      if (!invocation.dead) surroundings.hear(name, text);
    };
    return listening({ line }, () => handler(event as never));
  }

  return {
    plan,
    asked: guard.asked,
    invoke(event) {
      return new Promise((resolve, reject) => {
        const end = (error: Died) => {
          clearTimeout(timer);
          invocation.dead = true;
          surroundings.hear(name, `ERROR ${error.message}`);
          handle = undefined;
          reject(error);
        };
        const invocation: Invocation = { dead: false, end };
        const late = () => end(new Died(`${name} timed out after ${timeoutSeconds} seconds`));
        const timer = setTimeout(late, timeoutSeconds * 1000);
        current
          .run(invocation, () => run(invocation, event))
          .then(resolve, error => {
            if (!invocation.dead) surroundings.hear(name, `ERROR ${error}`);
            reject(error);
          })
          .finally(() => clearTimeout(timer));
      });
    },
  };
}

const ROOT = new URL('../../', import.meta.url);

const load = (entry: string): Promise<FunctionModule> => import(/* @vite-ignore */ new URL(entry, ROOT).href);
