import { SNSClient } from '@aws-sdk/client-sns';
import { httpPost, type Unanswered } from '../../functions/adapters/http.ts';
import { snsPublish } from '../../functions/adapters/topics.ts';
import type { HttpFake } from '../../infra/local/fakes/http-fake.ts';
import { startFakeIlert } from '../../infra/local/fakes/ilert.ts';
import { startFakeIncidentIo } from '../../infra/local/fakes/incident-io.ts';
import { startFakeJiraOperations } from '../../infra/local/fakes/jira-operations.ts';
import { startFakePagerDuty } from '../../infra/local/fakes/pagerduty.ts';
import { startFakeSlack } from '../../infra/local/fakes/slack.ts';
import { type FakeSns, startFakeSns } from '../../infra/local/fakes/sns.ts';
import { startFakeTeamsWorkflow } from '../../infra/local/fakes/teams-workflow.ts';
import { startWebhookReceiver } from '../../infra/local/fakes/webhook-receiver.ts';
import type { PageRequest, PageResponse, Publication } from '../../shared/paging/paging-provider.ts';

/** A page as it is seen on the other side; where there are no incidents, it is open until a second message says otherwise. */
interface Seen {
  readonly key: unknown;
  readonly open: boolean;
  readonly summary: unknown;
}

/** A provider's fake with what it takes to page there. */
export interface Bench {
  readonly fake: HttpFake;
  readonly secret: string;
  readonly place: { readonly url?: string; readonly topic?: string; readonly standIn?: string };
  /** How often a page is seen that was asked for twice: a service that knows no keys cannot tell. */
  readonly twice: 1 | 2;
  told(): readonly Seen[];
}

const post = httpPost({ trusted: [], loopback: true });

/** Takes a request where it goes. */
export const carry = (bench: Bench, request: PageRequest | Publication): Promise<PageResponse | Unanswered> =>
  'topic' in request ? publishAt(bench.fake.url)(request) : post(request);

const publishAt = (endpoint: string) =>
  snsPublish(region => new SNSClient({ endpoint, region, credentials: NOBODY, maxAttempts: 1 }));

const NOBODY = { accessKeyId: 'nobody', secretAccessKey: 'nobody' };

const HOST = { host: '127.0.0.1' } as const;
const SLACK_PATH = '/services/T00000001/B00000001/abcdefghijklmnopqrstuvwx';
const TEAMS_PATH =
  '/powerautomate/automations/direct/workflows/0123456789abcdef/triggers/manual/paths/invoke?api-version=1&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=c2lnbmF0dXJl';
const UUID = '4513b7ea-3b91-438f-b7e4-e3e54af9147c';
const SOURCE = '01GW2G3V0S59R238FAHPDS1R66';

/** A topic that SMS can subscribe to. */
export const TOPIC = 'arn:aws:sns:eu-central-1:123456789012:duty';

/** A topic that keeps an order. */
export const FIFO_TOPIC = `${TOPIC}.fifo`;

/** PagerDuty's key. */
export const ROUTING_KEY = '0123456789abcdef0123456789abcdef';

/** The webhook's key. */
export const SIGNING_KEY = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;

/** Starts every fake: one for each provider, by its name. */
export const startBenches = async (): Promise<Readonly<Record<string, Bench>>> => ({
  pagerduty: await pagerduty(),
  slack: await slack(),
  teams: await teams(),
  'jira-operations': await jira(),
  'incident.io': await incidentIo(),
  ilert: await ilert(),
  sns: await sns(TOPIC, 2),
  webhook: await webhook(),
});

async function pagerduty(): Promise<Bench> {
  const fake = await startFakePagerDuty(HOST);
  const told = () =>
    fake.incidents().map(({ dedupKey, status, summary }) => ({ key: dedupKey, open: status === 'triggered', summary }));
  return { fake, secret: ROUTING_KEY, place: { standIn: fake.url }, twice: 1, told };
}

async function slack(): Promise<Bench> {
  const fake = await startFakeSlack({ ...HOST, path: SLACK_PATH });
  const told = () =>
    chat(
      fake.messages().map(({ text, blocks }) => {
        const last = blocks.at(-1);
        return { text: unescaped(text), key: last?.type === 'context' ? last.elements[0]?.text : undefined };
      }),
    );
  return { fake, secret: `https://hooks.slack.com${SLACK_PATH}`, place: { standIn: fake.url }, twice: 2, told };
}

async function teams(): Promise<Bench> {
  const fake = await startFakeTeamsWorkflow({ ...HOST, path: TEAMS_PATH });
  const told = () =>
    chat(fake.cards().map(({ body }) => ({ text: body[0]?.inlines[0]?.text, key: body.at(-1)?.inlines[0]?.text })));
  const host = 'https://default0123.45.environment.api.powerplatform.com:443';
  return { fake, secret: host + TEAMS_PATH, place: { standIn: fake.url }, twice: 2, told };
}

async function jira(): Promise<Bench> {
  const fake = await startFakeJiraOperations({ ...HOST, key: UUID });
  const told = () => fake.alerts().map(({ alias, open, message }) => ({ key: alias, open, summary: message }));
  return { fake, secret: UUID, place: { standIn: fake.url }, twice: 1, told };
}

async function incidentIo(): Promise<Bench> {
  const secret = 'a-token-of-an-alert-source';
  const fake = await startFakeIncidentIo({ ...HOST, source: SOURCE, token: secret });
  const told = () => fake.alerts().map(({ key, open, title }) => ({ key, open, summary: title }));
  const url = `https://api.incident.io/v2/alert_events/http/${SOURCE}`;
  return { fake, secret, place: { url, standIn: fake.url }, twice: 1, told };
}

async function ilert(): Promise<Bench> {
  const secret = 'il1api0460d849fcdc753d4f';
  const fake = await startFakeIlert({ ...HOST, key: secret });
  const told = () => fake.alerts().map(({ key, open, title }) => ({ key, open, summary: title }));
  return { fake, secret, place: { standIn: fake.url }, twice: 1, told };
}

/** The bench of a topic. */
export async function sns(topic: string, twice: 1 | 2): Promise<Bench & { readonly fake: FakeSns }> {
  const fake = await startFakeSns({ ...HOST, topics: [topic] });
  const told = () =>
    chat(
      fake.published().map(({ texts, attributes }) => ({ text: texts.default.split('\n')[0], key: attributes.key })),
    );
  return { fake, secret: '', place: { topic }, twice, told };
}

async function webhook(): Promise<Bench> {
  const fake = await startWebhookReceiver({ ...HOST, secret: SIGNING_KEY });
  const data = (type: string) =>
    fake
      .received()
      .filter(({ payload }) => payload.type === type)
      .map(({ payload }) => payload.data);
  const told = () => {
    const closed = data('timekeeper.page.resolved').map(({ key }) => key);
    return data('timekeeper.page.triggered').map(({ key, summary }) => ({ key, open: !closed.includes(key), summary }));
  };
  return { fake, secret: SIGNING_KEY, place: { url: fake.url }, twice: 1, told };
}

/** Messages of a chat, each that rings open until one of its key resolves it. */
function chat(messages: readonly { readonly text: string | undefined; readonly key: string | undefined }[]) {
  const resolves = ({ text }: { readonly text: string | undefined }) => text?.startsWith('resolved: ') === true;
  const closed = messages.filter(resolves).map(({ key }) => key);
  return messages
    .filter(message => !resolves(message))
    .map(({ text, key }) => ({ key, open: !closed.includes(key), summary: text }));
}

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
