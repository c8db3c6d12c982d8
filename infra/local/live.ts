import type { Wishes } from './arguments.ts';
import { serveConsole } from './console/serve-console.ts';
import { consoleSource } from './console-source.ts';
import { startWebhookReceiver, type WebhookReceiver } from './fakes/webhook-receiver.ts';
import type { Machine, MachineOptions } from './machine.ts';
import { keptAtHome, madeUpSecrets, readPolicies, topicsOf } from './policies.ts';
import { requireFree } from './ports.ts';
import { ENTITLEMENTS } from './sample/entitlements.ts';
import { playSample, SAMPLE_START } from './sample/play-sample.ts';
import { startMachine } from './start-machine.ts';
import { synthesize } from './synthesize.ts';
import { tellWhereabouts } from './whereabouts.ts';

/** What is running, and how it is ended. */
export interface Running {
  readonly stop: () => Promise<void>;
}

const WEBHOOK_SECRET = `whsec_${Buffer.from('played on this machine only').toString('base64')}`;

/** What links are signed with, and what the pager and a help desk named `desk` share with us; a blank would part two secrets. */
const OWN_SECRETS = {
  'timekeeper/dev/link-key': 'played on this machine only',
  'timekeeper/dev/hooks/pagerduty': 'played-on-this-machine-only',
  'timekeeper/dev/desks/desk': WEBHOOK_SECRET,
};

/** As many as one machine's tickets need; a sweep asks each of them. */
const FEW_SHARDS = 2;

/** A machine under the policies that were asked for, that reaches nobody outside, and what takes its webhooks. */
export async function machineAtHome(
  wishes: Wishes,
  options: Omit<MachineOptions, 'policies'>,
): Promise<{ machine: Machine; policies: MachineOptions['policies']; webhooks: WebhookReceiver }> {
  const read = await readPolicies(wishes.policies);
  const ports = portsOf(wishes);
  await requireFree(ports);
  const webhooks = await startWebhookReceiver({ host: '127.0.0.1', port: ports[2], secret: WEBHOOK_SECRET });
  const policies = read.map(policy => keptAtHome(policy, webhooks.url));
  try {
    const secrets = { ...madeUpSecrets(policies, WEBHOOK_SECRET), ...OWN_SECRETS };
    const pageTopics = topicsOf(policies);
    const template = await synthesize({ shards: FEW_SHARDS, ...(pageTopics.length > 0 && { pageTopics }) });
    return { machine: await startMachine({ ...options, template, policies, secrets }), policies, webhooks };
  } catch (error) {
    await webhooks.stop();
    throw error;
  }
}

/** The console's port, and those for events and webhooks. The last is written into the policies, whose editions never change: so it is fixed. */
const portsOf = ({ port }: Wishes) => (port === 0 ? ([0, 0, 0] as const) : ([port, port + 1, port + 2] as const));

/** Starts the machine in scaled time with its console, and plays the sample unless it goes on with tickets it has. */
export async function live(wishes: Wishes, say: (line: string) => void): Promise<Running> {
  const { speed, port, data } = wishes;
  const { machine, policies, webhooks } = await machineAtHome(wishes, {
    time: 'scaled',
    startAt: speed === 1 ? Date.now() : SAMPLE_START,
    speed,
    port: portsOf(wishes)[1],
    ...(data === undefined ? {} : { dataPath: data }),
  });
  const stop = async () => {
    await machine.stop();
    await webhooks.stop();
  };
  try {
    const page = await serve(machine, policies, webhooks, port);
    const isNew = (await machine.tickets()).length === 0;
    if (isNew) {
      for (const entitlement of ENTITLEMENTS) await machine.addEntitlement(entitlement);
      playSample(machine, machine.now());
    }
    const fallSilent = tellWhereabouts(machine, process.cwd());
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
        fallSilent();
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
export const serve = (
  machine: Machine,
  policies: MachineOptions['policies'],
  webhooks: WebhookReceiver,
  port: number,
): ReturnType<typeof serveConsole> => serveConsole(consoleSource(machine, policies, webhooks), { port });
