import type { Wishes } from './arguments.ts';
import { serveConsole } from './console/serve-console.ts';
import { consoleSource } from './console-source.ts';
import { startWebhookReceiver, type WebhookReceiver } from './fakes/webhook-receiver.ts';
import { LocalError } from './local-error.ts';
import type { Machine, MachineOptions } from './machine.ts';
import { keptAtHome, madeUpSecrets, readPolicies } from './policies.ts';
import { playSample, SAMPLE_START } from './sample/play-sample.ts';
import { startMachine } from './start-machine.ts';

/** What is running, and how it is ended. */
export interface Running {
  readonly stop: () => Promise<void>;
}

const WEBHOOK_SECRET = `whsec_${Buffer.from('played on this machine only').toString('base64')}`;

/** A machine under the policies that were asked for, that reaches nobody outside, and what takes its webhooks. */
export async function machineAtHome(
  wishes: Wishes,
  options: Omit<MachineOptions, 'policies'>,
): Promise<{ machine: Machine; policies: MachineOptions['policies']; webhooks: WebhookReceiver }> {
  const read = await readPolicies(wishes.policies);
  const webhooks = await webhookReceiver(wishes);
  const policies = read.map(policy => keptAtHome(policy, webhooks.url));
  try {
    const secrets = madeUpSecrets(policies, WEBHOOK_SECRET);
    return { machine: await startMachine({ ...options, policies, secrets }), policies, webhooks };
  } catch (error) {
    await webhooks.stop();
    throw error;
  }
}

/** The address is written into the policies, and an edition in the data never changes: so it is the same each time. */
const webhookReceiver = ({ port }: Wishes): Promise<WebhookReceiver> =>
  startWebhookReceiver({ host: '127.0.0.1', port: port === 0 ? 0 : port + 2, secret: WEBHOOK_SECRET });

/** Starts the machine in scaled time with its console, and plays the sample unless it goes on with tickets it has. */
export async function live(wishes: Wishes, say: (line: string) => void): Promise<Running> {
  const { speed, port, data } = wishes;
  const { machine, policies, webhooks } = await machineAtHome(wishes, {
    time: 'scaled',
    startAt: SAMPLE_START,
    speed,
    port: port === 0 ? 0 : port + 1,
    ...(data === undefined ? {} : { dataPath: data }),
  });
  const stop = async () => {
    await machine.stop();
    await webhooks.stop();
  };
  try {
    const page = await serve(machine, policies, webhooks, port);
    const isNew = (await machine.tickets()).length === 0;
    if (isNew) playSample(machine, machine.now());
    say(`Console: ${page.url}`);
    say(`Events:  POST ${machine.url}/v1/events`);
    say(`Time:    ${new Date(machine.now()).toISOString()}, ${speed} times real time`);
    say(
      isNew
        ? 'A sample of tickets is played; Ctrl-C ends it.'
        : `It goes on with the tickets in ${data}; Ctrl-C ends it.`,
    );
    return {
      async stop() {
        await page.stop();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Serves the console of a machine. */
export async function serve(
  machine: Machine,
  policies: MachineOptions['policies'],
  webhooks: WebhookReceiver,
  port: number,
): ReturnType<typeof serveConsole> {
  try {
    return await serveConsole(consoleSource(machine, policies, webhooks), { port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new LocalError(`Port ${port} is in use; choose another with --port.`);
  }
}
