import { createHmac } from 'node:crypto';
import * as z from 'zod/mini';
import { callLimit } from './call-limit.ts';
import { type FakeAnswer, type FakeRequest, type HttpFake, type Listen, startHttpFake } from './http-fake.ts';
import { parsed } from './parsed.ts';
import type { Webhook } from './webhook.ts';

const MINUTE = 60_000;

const text = (limit: number) =>
  z.object({
    type: z.enum(['mrkdwn', 'plain_text']),
    text: z.string().check(z.minLength(1), z.maxLength(limit)),
    verbatim: z.optional(z.boolean()),
  });

const section = z
  .object({
    type: z.literal('section'),
    text: z.optional(text(3000)),
    fields: z.optional(z.array(text(2000)).check(z.minLength(1), z.maxLength(10))),
  })
  .check(z.refine(block => block.text !== undefined || block.fields !== undefined));

const context = z.object({
  type: z.literal('context'),
  elements: z.array(text(3000)).check(z.minLength(1), z.maxLength(10)),
});

const button = z.object({
  type: z.literal('button'),
  action_id: z.string().check(z.minLength(1), z.maxLength(255)),
  value: z.string().check(z.maxLength(2000)),
  text: z.object({ type: z.literal('plain_text'), text: z.string().check(z.minLength(1), z.maxLength(75)) }),
});

/** At most 25 elements, by https://docs.slack.dev/reference/block-kit/blocks/actions-block. */
const actions = z.object({
  type: z.literal('actions'),
  elements: z.array(button).check(z.minLength(1), z.maxLength(25)),
});

/** A message, by https://api.slack.com/reference/block-kit/blocks; one of more than 40,000 characters would be cut. */
const message = z.object({
  text: z.string().check(z.minLength(1), z.maxLength(40_000)),
  blocks: z.array(z.discriminatedUnion('type', [section, context, actions])).check(z.maxLength(50)),
  parse: z.optional(z.enum(['none', 'full'])),
  link_names: z.optional(z.boolean()),
});

/** A message as it was posted. */
type SlackMessage = z.infer<typeof message>;

/** A channel of Slack behind an incoming webhook, played on this machine. */
export interface FakeSlack extends HttpFake {
  /** What was posted, the oldest first. */
  messages(): readonly SlackMessage[];
  /** Somebody presses the one button of the latest message; gives what the app is told, signed. Throws where there is no button. */
  press(by: string, signingSecret: string): Webhook;
}

/**
 * Starts a fake of one incoming webhook, `/services/T…/B…/…`: `ok` in plain text for a message that was posted, else the reason
 * (https://api.slack.com/changelog/2016-05-17-changes-to-errors-for-incoming-webhooks); one message a second, counted by the minute
 * since short bursts are let through (https://docs.slack.dev/apis/web-api/rate-limits).
 */
export async function startFakeSlack(listen: Listen & { readonly path: string }): Promise<FakeSlack> {
  const messages: SlackMessage[] = [];
  const limited = callLimit(60, MINUTE);

  function answer({ method, path, body, at }: FakeRequest): FakeAnswer {
    if (method !== 'POST' || path !== listen.path) return told(404, 'no_service');
    if (limited(path, at)) return { ...told(429, 'rate_limited'), headers: { ...PLAIN, 'retry-after': '1' } };
    const value = parsed(body);
    if (typeof value !== 'object' || value === null) return told(400, 'invalid_payload');
    const { success, data } = message.safeParse(value);
    if (!success) return told(400, 'text' in value ? 'invalid_blocks' : 'no_text');
    messages.push(data);
    return told(200, 'ok');
  }

  function press(by: string, signingSecret: string): Webhook {
    const found = messages.at(-1)?.blocks.find(block => block.type === 'actions');
    if (found === undefined) throw new Error('there is no button to press');
    return pressed(found.elements[0]!, by, signingSecret, Date.now());
  }

  return { ...(await startHttpFake(listen, answer)), messages: () => messages, press };
}

/**
 * What an app is told of a button (https://docs.slack.dev/reference/interaction-payloads/block_actions-payload), signed as
 * https://docs.slack.dev/authentication/verifying-requests-from-slack says.
 */
function pressed({ action_id, value }: z.infer<typeof button>, by: string, secret: string, at: number): Webhook {
  const payload = {
    type: 'block_actions',
    user: { id: 'U00000001', username: by, name: by },
    actions: [{ type: 'button', action_id, value, action_ts: String(at / 1000) }],
  };
  const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  const time = String(Math.floor(at / 1000));
  const signature = createHmac('sha256', secret).update(`v0:${time}:${body}`).digest('hex');
  return {
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': time,
      'x-slack-signature': `v0=${signature}`,
    },
    body,
  };
}

const PLAIN = { 'content-type': 'text/html' };

const told = (status: number, body: string): FakeAnswer => ({ status, headers: PLAIN, body });
