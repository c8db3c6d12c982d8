import type { Outcome } from '../notification/delivery.ts';
import { oneLine } from '../notification/one-line.ts';
import { isTopic } from '../policy/topic.ts';
import { fitting } from './fitting.ts';
import type { PageOrder, PageResponse, PageTarget, PagingProvider, Publication, Refusal } from './paging-provider.ts';
import { reasonIn } from './reason-in.ts';
import { verdictByStatus } from './verdict-by-status.ts';

const SUBJECT_LIMIT = 99;
const SUMMARY_LIMIT = 300;
const DETAIL_LIMIT = 200;
/** What the details may take of the 262,144 bytes of a message, before they are escaped. */
const DETAILS_BYTES = 64 * 1024;
/** Two bytes a character, where one of them needs it. */
const SMS_LIMIT = 1600 / 2;

/** Errors that stay until somebody changes the topic, its key, its policy or ours. */
const FINAL = [
  'AuthorizationError',
  'AccessDenied',
  'EndpointDisabled',
  'InvalidParameter',
  'InvalidParameterValue',
  'KMSAccessDenied',
  'KMSDisabled',
  'KMSInvalidState',
  'KMSNotFound',
  'KMSOptInRequired',
  'NotFound',
  'PlatformApplicationDisabled',
  'Validation',
  'ValidationError',
];

/**
 * Amazon SNS: whoever subscribes to a topic, by SMS or otherwise. A message has at most 262,144 bytes, a subject fewer than 100
 * characters without line breaks, ASCII by the older and safer rule; an SMS goes in parts of 140 bytes, 1,600 in all; a FIFO topic
 * wants a group and an id of each message, others take no id (https://docs.aws.amazon.com/sns/latest/api/API_Publish.html,
 * https://docs.aws.amazon.com/sns/latest/dg/sms_publish-to-phone.html). A subscriber recognises no earlier message: a resolve is a
 * second one, and on a topic without order an attempt whose answer got lost is told again; the key says which belong together.
 */
export const sns: PagingProvider = {
  name: 'sns',
  url: 'none',
  topic: true,

  request(order: PageOrder, { topic = '' }: PageTarget): Publication | Refusal {
    if (!isTopic(topic)) return { verdict: 'refused', detail: 'the topic is not the ARN of an Amazon SNS topic' };
    const { action, key, ticket, source } = order;
    const summary = oneLine(
      action === 'trigger' ? order.message.summary : `${order.summary} (${source})`,
      SUMMARY_LIMIT,
    );
    const { severity, policy } = action === 'trigger' ? order.message : {};
    const facts = { action, key, ticket, source, ...(severity && { severity }), ...(policy && { policy }) };
    return {
      topic,
      subject: subjectOf(summary, ticket),
      texts: { default: [summary, ...linesOf(order), key].join('\n'), sms: smsOf(summary, order) },
      attributes: Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== '')),
      ...(topic.endsWith('.fifo') ? { inOrder: { group: key, id: `${key}-${action}` } } : {}),
    };
  },

  /**
   * Errors are told by their code, those of Publish (the same page, "Errors") and those of every service
   * (https://docs.aws.amazon.com/sns/latest/api/CommonErrors.html). Throttling, expired credentials and what is not documented are
   * tried again, as is a success without the id that every published message has.
   */
  verdict(response: PageResponse): Outcome {
    const code = fieldIn(response.body, 'code').replace(/Exception$/, '');
    const reason = [code, reasonIn(response.body)].filter(Boolean).join(': ');
    const outcome = verdictByStatus(response, { who: 'SNS', final: [], reason });
    if (outcome.verdict === 'retry' && FINAL.includes(code)) return { verdict: 'refused', detail: outcome.detail };
    if (outcome.verdict !== 'sent') return outcome;
    const reference = fieldIn(response.body, 'messageId');
    return reference
      ? { ...outcome, reference }
      : { verdict: 'retry', detail: `SNS answered ${response.status} without a message id`, uncertain: true };
  },
};

/** What it is about, where ASCII can say it; else the ticket alone. */
function subjectOf(summary: string, ticket: string): string {
  const plain = summary.normalize('NFKD').replaceAll(/\p{M}/gu, '');
  const text = isAscii(plain) ? plain : `Timekeeper: ${ticket.replaceAll(/[^ -~]+/g, '?')}`;
  return text.slice(0, SUBJECT_LIMIT).trim();
}

const isAscii = (text: string): boolean => /^[!-~][ -~]*$/.test(text);

function linesOf(order: PageOrder): readonly string[] {
  if (order.action === 'resolve') return [];
  const { details, link } = order.message;
  const lines = Object.entries(details).map(
    ([name, value]) => `${oneLine(name, DETAIL_LIMIT)}: ${oneLine(value, DETAIL_LIMIT)}`,
  );
  return [
    ...(link ? [`${oneLine(link.text, DETAIL_LIMIT)}: ${link.url}`] : []),
    ...fitting(lines, DETAILS_BYTES, bytesOf),
  ];
}

function smsOf(summary: string, order: PageOrder): string {
  const url = order.action === 'trigger' ? order.message.link?.url : undefined;
  const text = summary.slice(0, SMS_LIMIT).toWellFormed();
  return url !== undefined && text.length + url.length < SMS_LIMIT ? `${text} ${url}` : text;
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

const fieldIn = (body: string, name: 'code' | 'messageId'): string =>
  new RegExp(`"${name}":"([\\w-]{1,80})"`).exec(body)?.[1] ?? '';
