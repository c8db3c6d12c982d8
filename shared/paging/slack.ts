import { SECOND } from '../calendar/instant.ts';
import type { Outcome } from '../notification/delivery.ts';
import { oneLine } from '../notification/one-line.ts';
import type { PageOrder, PageRequest, PageResponse, PageTarget, PagingProvider, Refusal } from './paging-provider.ts';
import { ACKNOWLEDGE_ACTION } from './slack-hook.ts';
import { slackLink, slackText } from './slack-text.ts';
import { verdictByStatus } from './verdict-by-status.ts';

/** The address of a webhook, of which all behind the host is the secret; commercial and GovSlack. */
const WEBHOOK = /^https:\/\/hooks\.slack(-gov)?\.com\/services\/\w{1,32}\/\w{1,32}\/\w{1,64}$/;

const SUMMARY_LIMIT = 2900;
const LINK_LIMIT = 3000;
const NAME_LIMIT = 400;
const VALUE_LIMIT = 1500;
const FIELDS = 10;
const DETAILS = 40;
const REASON_LIMIT = 60;

/** Reasons that tell what is wrong with the message itself, or that nobody can post there any more, whatever status they come with. */
const FINAL = [
  'invalid_payload',
  'invalid_blocks',
  'invalid_blocks_format',
  'no_text',
  'too_many_attachments',
  'user_not_found',
  'channel_not_found',
  'channel_is_archived',
  'no_service',
  'no_team',
];

/**
 * Slack, incoming webhooks: the secret is the whole address (https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks/).
 * A section has a text of at most 3,000 characters and at most 10 fields of 2,000
 * (https://api.slack.com/reference/block-kit/blocks#section), a message at most 50 blocks (the same page). A webhook can neither change
 * a message nor recognise one: a resolve is a second message, and an attempt whose answer got lost is told again. The key below each
 * says which belong together. The button tells the app that the webhook belongs to, which needs an address for interactivity
 * (https://docs.slack.dev/messaging/creating-interactive-messages).
 */
export const slack: PagingProvider = {
  name: 'slack',
  url: 'none',
  /** One message a second, with short bursts (https://docs.slack.dev/apis/web-api/rate-limits, "Posting messages"). */
  limit: { count: 10, per: 10 * SECOND },

  request(order: PageOrder, { secret, standIn }: PageTarget): PageRequest | Refusal {
    if (!WEBHOOK.test(secret))
      return { verdict: 'refused', detail: 'the secret is not the address of a Slack webhook' };
    const { origin, pathname } = new URL(secret);
    return {
      url: new URL(pathname, standIn ?? origin).href,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(
        order.action === 'trigger' ? triggerOf(order) : messageOf(order, `${order.summary} (${order.source})`, []),
      ),
    };
  },

  /**
   * 200 with the text `ok` is posted; reasons are plain text, of 400, 403, 404, 410 and 500
   * (https://api.slack.com/changelog/2016-05-17-changes-to-errors-for-incoming-webhooks). At an address that leads nowhere (404, 410)
   * there will be nobody tomorrow either. A 200 with any other text was not posted, as far as anybody knows. One message a second,
   * bursts allowed, then 429 with Retry-After (https://docs.slack.dev/apis/web-api/rate-limits).
   */
  verdict(response: PageResponse): Outcome {
    const { status, body } = response;
    const reason = oneLine(body, REASON_LIMIT);
    if (status >= 200 && status < 300 && reason === 'ok') return { verdict: 'sent' };
    const detail = `Slack answered ${status}${reason && `: ${reason}`}`;
    if (FINAL.includes(reason)) return { verdict: 'refused', detail };
    if (status >= 200 && status < 300) return { verdict: 'retry', detail, uncertain: true };
    return verdictByStatus(response, { who: 'Slack', final: [400, 404, 410, 413], reason });
  },
};

function triggerOf(order: PageOrder & { action: 'trigger' }) {
  const { summary, details, link, acknowledge } = order.message;
  const fields = Object.entries(details)
    .slice(0, DETAILS)
    .map(([name, value]) => mrkdwn(`*${slackText(name, NAME_LIMIT)}*\n${slackText(value, VALUE_LIMIT)}`));
  const sections = Array.from({ length: Math.ceil(fields.length / FIELDS) }, (_, section) => ({
    type: 'section',
    fields: fields.slice(section * FIELDS, (section + 1) * FIELDS),
  }));
  const linked = link && slackLink(link.url, link.text, LINK_LIMIT);
  const links = linked === undefined ? [] : [{ type: 'section', text: mrkdwn(linked) }];
  const buttons = acknowledge === undefined ? [] : [{ type: 'actions', elements: [buttonOf(order.key, acknowledge)] }];
  return messageOf(order, summary, [...sections, ...links, ...buttons]);
}

/** Texts of at most 75 characters, values of at most 2,000 (https://docs.slack.dev/reference/block-kit/block-elements/button-element). */
const buttonOf = (value: string, text: string) => ({
  type: 'button',
  action_id: ACKNOWLEDGE_ACTION,
  value,
  text: { type: 'plain_text', text },
});

/** A message with its own text for where blocks are not shown; nothing in it becomes a link or a mention by itself. */
const messageOf = ({ key }: PageOrder, summary: string, blocks: readonly object[]) => ({
  text: slackText(summary, SUMMARY_LIMIT),
  parse: 'none',
  link_names: false,
  unfurl_links: false,
  unfurl_media: false,
  blocks: [
    { type: 'section', text: mrkdwn(slackText(summary, SUMMARY_LIMIT)) },
    ...blocks,
    { type: 'context', elements: [mrkdwn(key)] },
  ],
});

/** `verbatim` leaves addresses, channel names and mentions unlinked (https://api.slack.com/reference/block-kit/composition-objects#text). */
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text, verbatim: true });
