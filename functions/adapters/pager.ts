import { setTimeout as pause } from 'node:timers/promises';
import type { Duration, Instant } from '../../shared/calendar/instant.ts';
import type { Outcome } from '../../shared/notification/delivery.ts';
import type { AcknowledgeOrder, PageOrder, PageTarget, PagingProvider } from '../../shared/paging/paging-provider.ts';
import type { PageRoute } from '../../shared/policy/recipient.ts';
import type { Clients } from './clients.ts';
import type { Environment } from './environment.ts';
import { sign } from './fingerprint.ts';
import { httpPost, type Post, type Unanswered } from './http.ts';
import { reasonOf } from './log.ts';
import { masked } from './masked.ts';
import { type Secrets, secretsClient, secretsManager, secretsOfPolicies } from './secrets.ts';
import { type Publish, snsClients, snsPublish } from './topics.ts';

/** Gives one order to a paging provider, in one attempt; what goes wrong is an outcome, never thrown. */
export type Pager = (
  provider: PagingProvider,
  route: PageRoute,
  order: PageOrder | AcknowledgeOrder,
  now: Instant,
) => Promise<Outcome>;

/** What an order travels by, and what opens the doors there. */
export interface Carriers {
  readonly post: Post;
  readonly publish: Publish;
  /** Lets so many milliseconds go by. */
  readonly pause: (length: Duration) => Promise<unknown>;
  readonly secrets: Secrets;
  /** What takes the place of providers' own addresses on the local machine, by their names. */
  readonly standIns: Readonly<Record<string, string>>;
}

/** Statuses that doubt the secret; where it is an address, it leads nowhere. */
const NOT_BELIEVED = [401, 403, 404, 410];

/** The carriers of a process, by its environment: AWS and the public internet, unless that names engines of this machine. */
export function carriersIn(env: Environment, { secrets, sns }: Clients = {}): Carriers {
  const { PAGERDUTY_URL, ALLOW_LOCAL_WEBHOOKS } = env;
  const trusted = PAGERDUTY_URL ? [new URL(PAGERDUTY_URL).origin] : [];
  return {
    post: httpPost({ trusted, loopback: ALLOW_LOCAL_WEBHOOKS === '1' }),
    pause,
    publish: snsPublish(sns === undefined ? snsClients(env) : () => sns),
    secrets: secretsOfPolicies(secretsManager(secrets ?? secretsClient(env)), env.PAGE_SECRETS),
    standIns: PAGERDUTY_URL ? { pagerduty: PAGERDUTY_URL } : {},
  };
}

/**
 * Pages by HTTP or by a topic, as the provider asks. A secret that is not believed is read anew, and where it was changed meanwhile the
 * order is given once more.
 */
export const pagerBy =
  (carriers: Carriers): Pager =>
  async (provider, { secret: name, url, topic }, order, now) => {
    const { secrets, standIns } = carriers;
    const standIn = standIns[provider.name];
    const places = { ...(url ? { url } : {}), ...(topic ? { topic } : {}), ...(standIn ? { standIn } : {}) };
    const given = (secret: string) => asked(carriers, provider, { ...places, secret, now, sign }, order);
    if (name === undefined) return (await given('')).outcome;
    const secret = await read(secrets, name);
    if (secret instanceof Error) return { verdict: 'retry', detail: `secret ${name}: ${reasonOf(secret)}` };
    const { outcome, isDoubted } = await given(secret);
    if (!isDoubted) return outcome;
    secrets.forget(name);
    const anew = await read(secrets, name);
    return anew instanceof Error || anew === secret ? outcome : (await given(anew)).outcome;
  };

const read = (secrets: Secrets, name: string): Promise<string | Error> =>
  secrets.value(name).catch((error: unknown) => error as Error);

/** What came of giving an order once. */
interface Asked {
  readonly outcome: Outcome;
  /** Whether another secret might have been believed. */
  readonly isDoubted: boolean;
}

async function asked(
  carriers: Carriers,
  provider: PagingProvider,
  target: PageTarget,
  order: PageOrder | AcknowledgeOrder,
): Promise<Asked> {
  const request = requestOf(provider, order, target);
  if ('verdict' in request) return { outcome: request, isDoubted: true };
  const answer = 'topic' in request ? await carriers.publish(request) : await carriers.post(request);
  if ('failed' in answer) return { outcome: unanswered(answer), isDoubted: false };
  const outcome = provider.verdict({ ...answer, body: masked(answer.body, target.secret) });
  const followed = order.action === 'trigger' ? await followedUp(carriers, provider, target, outcome) : outcome;
  return { outcome: followed, isDoubted: NOT_BELIEVED.includes(answer.status) };
}

const unanswered = ({ failed, detail }: Unanswered): Outcome =>
  failed === 'forbidden' ? { verdict: 'refused', detail } : { verdict: 'retry', detail, uncertain: true };

/** The outcome of a page that a service took only to work on it afterwards, once it was asked what became of that. */
async function followedUp(
  { post, pause }: Carriers,
  { followUp }: PagingProvider,
  target: PageTarget,
  outcome: Outcome,
): Promise<Outcome> {
  if (followUp === undefined || outcome.verdict !== 'sent' || outcome.reference === undefined) return outcome;
  await pause(followUp.after);
  const answer = await post(followUp.question(outcome.reference, target));
  if ('failed' in answer) return outcome;
  return followUp.refusal({ ...answer, body: masked(answer.body, target.secret) }) ?? outcome;
}

const requestOf = (provider: PagingProvider, order: PageOrder | AcknowledgeOrder, target: PageTarget) =>
  order.action === 'acknowledge'
    ? (provider.acknowledge?.(order, target) ?? NO_SUCH_THING)
    : provider.request(order, target);

const NO_SUCH_THING = { verdict: 'refused', detail: 'the service cannot be told that somebody has seen it' } as const;
