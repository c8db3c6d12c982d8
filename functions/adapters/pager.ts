import type { Instant } from '../../shared/calendar/instant.ts';
import type { Outcome } from '../../shared/notification/delivery.ts';
import type { PageOrder, PagingProvider } from '../../shared/paging/paging-provider.ts';
import type { PageRoute } from '../../shared/policy/recipient.ts';
import { sign } from './fingerprint.ts';
import type { Post } from './http.ts';
import { reasonOf } from './log.ts';
import type { Secrets } from './secrets.ts';

/** Gives one order to a paging provider, in one attempt; what goes wrong is an outcome, never thrown. */
export type Pager = (provider: PagingProvider, route: PageRoute, order: PageOrder, now: Instant) => Promise<Outcome>;

/** Statuses that doubt the secret. */
const NOT_BELIEVED = [401, 403];

/** Pages over HTTP; `standIns` take the place of providers' own addresses on the local machine, by their names. */
export const httpPager =
  (post: Post, secrets: Secrets, standIns: Readonly<Record<string, string>>): Pager =>
  async (provider, route, order, now) => {
    const secret = await secrets.value(route.secret).catch((error: unknown) => error as Error);
    if (secret instanceof Error) return { verdict: 'retry', detail: `secret ${route.secret}: ${reasonOf(secret)}` };
    const standIn = standIns[provider.name];
    const places = { ...(route.url ? { url: route.url } : {}), ...(standIn ? { standIn } : {}) };
    const request = provider.request(order, { ...places, secret, now, sign });
    if ('verdict' in request) return request;
    const answer = await post(request);
    if ('failed' in answer)
      return answer.failed === 'forbidden'
        ? { verdict: 'refused', detail: answer.detail }
        : { verdict: 'retry', detail: answer.detail, uncertain: true };
    if (NOT_BELIEVED.includes(answer.status)) secrets.forget(route.secret);
    return shown(provider.verdict(answer), secret);
  };

/** The outcome without the secret, should an answer have repeated it. */
const shown = (outcome: Outcome, secret: string): Outcome =>
  'detail' in outcome ? { ...outcome, detail: outcome.detail.replaceAll(secret, '…') } : outcome;
