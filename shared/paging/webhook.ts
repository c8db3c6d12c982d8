import type { Outcome } from '../notification/delivery.ts';
import { keyOf, signedText } from '../webhook/standard-webhook.ts';
import type { PageOrder, PageRequest, PageResponse, PageTarget, PagingProvider, Refusal } from './paging-provider.ts';
import { verdictByStatus } from './verdict-by-status.ts';

/**
 * A webhook by the Standard Webhooks specification 1.0.0: one id for all attempts at the same thing, the time of the attempt, and
 * both signed with the body (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md).
 */
export const webhook: PagingProvider = {
  name: 'webhook',
  url: 'required',

  request(order: PageOrder, { secret, url, sign, now }: PageTarget): PageRequest | Refusal {
    const key = keyOf(secret);
    if (key === undefined) return { verdict: 'refused', detail: 'the secret is not a whsec_ signing key' };
    if (url === undefined) return { verdict: 'refused', detail: 'the policy names no url for the webhook' };
    const id = `msg_${order.key.replaceAll('.', '_')}_${order.action}`;
    const seconds = String(Math.floor(now / 1000));
    const body = JSON.stringify(payloadOf(order));
    return {
      url,
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': seconds,
        'webhook-signature': `v1,${sign(key, signedText(id, seconds, body))}`,
      },
      body,
    };
  },

  /** 2xx is a success; 410 wants no more messages, ever; anything else is a failure, to be tried again ("Delivery success and failure"). */
  verdict(response: PageResponse): Outcome {
    return verdictByStatus(response, { who: 'the webhook', final: [410], html: true });
  },
};

function payloadOf({ key, at, source, ticket, ...order }: PageOrder) {
  const type = order.action === 'trigger' ? 'timekeeper.page.triggered' : 'timekeeper.page.resolved';
  const message = order.action === 'trigger' ? order.message : {};
  return { type, timestamp: new Date(at).toISOString(), data: { key, source, ticket, ...message } };
}
