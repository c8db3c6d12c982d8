import { PurgeQueueCommand, ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { planOf } from '../../infra/local/plan.ts';
import { toCloudEvent } from '../../infra/local/replay/to-cloud-event.ts';
import { synthesize } from '../../infra/local/synthesize.ts';
import { MINUTE } from '../../shared/calendar/instant.ts';
import type { Attributes } from '../../shared/ticket/ticket-event.ts';
import { policy, row, rung } from '../policies.ts';
import { at, created, MONDAY } from '../timelines.ts';
import { type Desk, openDesk } from './desk.ts';
import { type Outages, outages } from './outages.ts';

const by = (channel: 'email' | 'page', to: string) => ({ channel, to });

/** Half an hour, and then both ways of telling somebody. */
const PLAN = policy({
  match: { plan: ['gold'] },
  targets: [row({ metric: 'resolution', target: { kind: 'duration', duration: 30 * MINUTE }, ladder: 'one' })],
  ladders: { one: [rung('breach', { kind: 'breach' }, { notify: [by('email', 'lead'), by('page', 'on call')] })] },
  recipients: {
    lead: { email: { attribute: 'lead' } },
    'on call': {
      page: { provider: 'pagerduty', secret: 'timekeeper/pagerduty' },
      failover: [by('email', 'deputy')],
    },
    deputy: { email: { text: 'deputy@example.test' } },
  },
});

/** An address of SES's mailbox simulator. */
export const mailbox = (name: 'success' | 'bounce' | 'complaint'): string => `${name}@simulator.amazonses.com`;

/** A desk somebody watches the alarms of. */
export interface AlarmDesk extends Pick<Desk, 'machine'> {
  readonly wrong: Outages;
  /** Moves on by so many minutes. */
  pass(minutes: number): Promise<void>;
  /** The names of the alarms that are raised. */
  raised(): readonly string[];
  /** A new ticket whose time is up in so many minutes; gives its id. */
  dueIn(minutes: number, attributes?: Attributes): Promise<string>;
  /** Puts something on the event bus: an event of a new ticket where nothing is said. */
  putEvent(detail?: unknown): Promise<void>;
  /** Empties queues. */
  purge(...queues: readonly string[]): Promise<void>;
  /** Puts the dead letters of queues back into them. */
  redrive(...queues: readonly string[]): Promise<void>;
}

/** Opens a desk at Monday 09:00 that lives through every minute. */
export async function openAlarmDesk(): Promise<AlarmDesk> {
  const { outages: wrong, options } = outages();
  const template = await synthesize({ shards: 2, auditSlices: 3 });
  const desk = await openDesk([PLAN], { ...options, template });
  await desk.until(0);
  const { machine } = desk;
  const endpoint = machine.environment.AWS_ENDPOINT_URL_SQS!;
  const sqs = new SQSClient({ endpoint, region: 'local', credentials: { accessKeyId: 'x', secretAccessKey: 'x' } });
  const { queues } = planOf(template, endpoint);
  const urlOf = (queue: string) => queues.find(({ name }) => name === queue)!.url;
  const minute = () => (machine.now() - MONDAY) / MINUTE;
  let tickets = 0;

  const madeIn = (minutes: number, attributes: Attributes = {}) => {
    tickets += 1;
    const ticket = created({ plan: 'gold', lead: mailbox('success'), ...attributes });
    return { id: `T${tickets}`, event: at(minute() + minutes, ticket) };
  };

  return {
    machine,
    wrong,
    pass: minutes => desk.until(minute() + minutes),
    raised: () => machine.alarms().flatMap(({ entry, state }) => (state === 'ALARM' ? [entry] : [])),
    async dueIn(minutes, attributes) {
      const { id, event } = madeIn(minutes - 30, attributes);
      await desk.sendTo(id, event);
      return id;
    },
    async putEvent(detail) {
      const { id, event } = madeIn(0);
      const said = detail ?? toCloudEvent({ tenant: '', source: 'bus', id }, event);
      await machine.putEvents([{ source: 'desk', detailType: 'ticket', detail: said }]);
    },
    async purge(...names) {
      for (const name of names) await sqs.send(new PurgeQueueCommand({ QueueUrl: urlOf(name) }));
    },
    async redrive(...names) {
      for (const name of names) {
        const [QueueUrl, dead] = [urlOf(name), urlOf(`${name}-dead-letters`)];
        const { Messages = [] } = await sqs.send(
          new ReceiveMessageCommand({ QueueUrl: dead, MaxNumberOfMessages: 10 }),
        );
        for (const { Body } of Messages) await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: Body }));
        await sqs.send(new PurgeQueueCommand({ QueueUrl: dead }));
      }
      await machine.settle();
    },
  };
}
