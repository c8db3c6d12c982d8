import * as z from 'zod/mini';
import type { Instant } from '../calendar/instant.ts';
import type { PagerState } from '../notification/in-pager.ts';
import { oneLine } from '../notification/one-line.ts';
import { type HookRequest, NAME_LIMIT, type PagerEvent, type PagerHook, type Proof } from './pager-hook.ts';
import { parsed } from './parsed.ts';

const STATES: Readonly<Record<string, PagerState>> = {
  'alert-acknowledged': 'acknowledged',
  'alert-resolved': 'resolved',
};

const person = z.object({
  firstName: z.optional(z.nullable(z.string())),
  lastName: z.optional(z.nullable(z.string())),
  username: z.optional(z.nullable(z.string())),
});

const alert = z.object({
  id: z.union([z.string().check(z.minLength(1), z.maxLength(100)), z.number()]),
  eventType: z.string(),
  alertKey: z.optional(z.nullable(z.string().check(z.maxLength(512)))),
  assignedTo: z.optional(z.nullable(person)),
});

/**
 * ilert, the alert action `webhook`: an alert after each event it was asked for; no signature, but a user and a password in the address it
 * posts to, and so in `Authorization` (https://docs.ilert.com/integrations/outbound-integrations/webhook; event types:
 * https://api.ilert.com/api-docs/, "Alert actions"). When it happened is not told, so that an event counts from when it came in, and
 * an alert that is resolved stays so; keys are compared without case, and ours have small letters only.
 */
export const ilertHook: PagerHook = {
  name: 'ilert',
  refusesReplays: false,

  isTrue({ headers }: HookRequest, { secrets, isSame }: Proof): boolean {
    const password = passwordIn(headers.authorization ?? '');
    return password !== undefined && secrets.some(secret => isSame(password, secret));
  },

  read({ body }: HookRequest, now: Instant): PagerEvent | 'nothing' | undefined {
    const { data } = alert.safeParse(parsed(body));
    if (data === undefined) return undefined;
    const { id, eventType, alertKey, assignedTo } = data;
    const state = STATES[eventType];
    if (state === undefined || !alertKey) return 'nothing';
    return {
      id: `${id} ${eventType}`,
      page: alertKey.toLowerCase(),
      state,
      at: now,
      untimed: true,
      by: nameOf(assignedTo),
    };
  },
};

function passwordIn(authorization: string): string | undefined {
  const coded = /^Basic ([\w+/]{1,2000}={0,2})$/i.exec(authorization)?.[1];
  if (coded === undefined || coded.length % 4 !== 0) return undefined;
  return /^[^:]*:(.+)$/s.exec(atob(coded))?.[1];
}

function nameOf(found: z.infer<typeof alert>['assignedTo']): string {
  const whole = [found?.firstName, found?.lastName].filter(Boolean).join(' ');
  return oneLine(whole || (found?.username ?? ''), NAME_LIMIT) || 'ilert';
}
