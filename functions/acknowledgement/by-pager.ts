import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Instant } from '../../shared/calendar/instant.ts';
import type { HookRequest, PagerHook } from '../../shared/paging/pager-hook.ts';
import { hookOf } from '../../shared/paging/pager-hooks.ts';
import type { HookSecrets } from '../adapters/hook-secrets.ts';
import { log } from '../adapters/log.ts';
import { problem } from '../adapters/problem.ts';
import { rawBody } from '../adapters/raw-body.ts';
import { problemResponse } from '../adapters/response.ts';
import type { Route } from '../adapters/routed.ts';
import { hmacHex, isSame } from '../adapters/seal.ts';
import type { ToldEvents } from '../adapters/told-events.ts';
import { type Hearing, hear, remember } from './hear.ts';

/** What it takes to believe a pager and to do as it says. */
export interface PagerDesk extends Hearing {
  readonly secrets: HookSecrets;
  readonly told: ToldEvents;
}

/**
 * Takes what pagers tell of their pages, one event a request: 200 for all that is true, be it known before or nothing to us; 401
 * without a reason for what is not believed.
 */
export const byPager =
  (desk: PagerDesk): Route =>
  async request => {
    const hook = hookOf(request.pathParameters?.pager ?? '');
    if (hook === undefined) return problemResponse(problem(404, 'There is no such pager here'));
    const body = rawBody(request);
    if (typeof body !== 'string') return problemResponse(body);
    const now = Date.now();
    const told: HookRequest = { headers: request.headers, body };
    if (!(await isTrue(desk.secrets, hook, told, now))) return NOT_BELIEVED;
    const event = hook.read(told, now);
    if (event === undefined) return problemResponse(problem(400, 'This is not an event of that pager'));
    if (event === 'nothing') return TAKEN;
    if (await desk.told.has(hook.name, event.id)) return hook.refusesReplays ? NOT_BELIEVED : TAKEN;
    if ('calledThere' in event) await remember(desk, hook.name, event, now);
    else await hear(desk, hook.name, event, now);
    await desk.told.add(hook.name, event.id, now);
    return TAKEN;
  };

const TAKEN: APIGatewayProxyStructuredResultV2 = { statusCode: 200, body: '' };
const NOT_BELIEVED = problemResponse(problem(401, 'This request is not believed'));

/** Whether a request proves true by the secrets in force; they are read anew before it is refused, for they may have just been changed. */
async function isTrue(secrets: HookSecrets, hook: PagerHook, request: HookRequest, now: Instant): Promise<boolean> {
  const proof = { now, hmac: hmacHex, isSame };
  if (hook.isTrue(request, { ...proof, secrets: await secrets.of(hook.name, now) })) return true;
  const anew = await secrets.anew(hook.name, now);
  if (anew !== undefined && hook.isTrue(request, { ...proof, secrets: anew })) return true;
  log('warn', 'a pager was not believed', { pager: hook.name });
  return false;
}
