import * as z from 'zod/mini';
import { MINUTE, SECOND } from '../calendar/instant.ts';
import { oneLine } from '../notification/one-line.ts';
import { type HookRequest, NAME_LIMIT, type PagerEvent, type PagerHook, type Proof } from './pager-hook.ts';
import { parsed } from './parsed.ts';

/** Names our button among what can be pressed in a message. */
export const ACKNOWLEDGE_ACTION = 'timekeeper.acknowledge';

const TOLERANCE = 5 * MINUTE;

const pressed = z.object({
  type: z.string(),
  user: z.object({ id: z.string(), username: z.optional(z.string()), name: z.optional(z.string()) }),
  actions: z.optional(
    z.array(
      z.looseObject({
        action_id: z.optional(z.string()),
        value: z.optional(z.string()),
        action_ts: z.optional(z.string()),
      }),
    ),
  ),
});

/**
 * Slack, a button pressed in a message: a form with the field `payload`, to be answered with 200 within 3 s
 * (https://docs.slack.dev/interactivity/handling-user-interaction, https://docs.slack.dev/reference/interaction-payloads/block_actions-payload);
 * signed with the app's secret together with the time, of which more than five minutes are not believed
 * (https://docs.slack.dev/authentication/verifying-requests-from-slack).
 */
export const slackHook: PagerHook = {
  name: 'slack',
  refusesReplays: true,

  isTrue({ headers, body }: HookRequest, { secrets, now, hmac, isSame }: Proof): boolean {
    const time = headers['x-slack-request-timestamp'] ?? '';
    if (!/^\d{1,12}$/.test(time) || Math.abs(now - Number(time) * SECOND) > TOLERANCE) return false;
    const signature = headers['x-slack-signature'] ?? '';
    return secrets.some(secret => isSame(signature, `v0=${hmac(secret, `v0:${time}:${body}`)}`));
  },

  read({ headers, body }: HookRequest): PagerEvent | 'nothing' | undefined {
    const { data } = pressed.safeParse(parsed(new URLSearchParams(body).get('payload') ?? ''));
    if (data === undefined) return undefined;
    const action = data.actions?.find(({ action_id }) => action_id === ACKNOWLEDGE_ACTION);
    if (data.type !== 'block_actions' || action === undefined) return 'nothing';
    const at = Math.round(Number(action.action_ts) * SECOND);
    if (action.value === undefined || !Number.isFinite(at)) return undefined;
    const by = oneLine(data.user.username ?? data.user.name ?? data.user.id, NAME_LIMIT) || 'Slack';
    return { id: headers['x-slack-signature']!, page: action.value, state: 'acknowledged', at, by };
  },
};
