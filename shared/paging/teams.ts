import { SECOND } from '../calendar/instant.ts';
import type { Outcome } from '../notification/delivery.ts';
import { fitting } from './fitting.ts';
import type { PageOrder, PageRequest, PageResponse, PageTarget, PagingProvider, Refusal } from './paging-provider.ts';
import { verdictByStatus } from './verdict-by-status.ts';

/** How the address of a workflow's trigger ends, on whichever of Microsoft's clouds it runs; its signature makes it a secret. */
const TRIGGER = /\/workflows\/[\w-]+\/triggers\/[\w-]+\/paths\/invoke$/;

const SUMMARY_LIMIT = 1000;
const NAME_LIMIT = 200;
const VALUE_LIMIT = 800;
const LINK_LIMIT = 2000;
/** What the details may take of the 28 KB of a message, in bytes as JSON. */
const DETAILS_BYTES = 16 * 1024;

/**
 * Microsoft Teams by a workflow, "When a Teams webhook request is received"
 * (https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/connectors-using), which posts one Adaptive
 * Card of a message of about 28 KB at most (https://learn.microsoft.com/connectors/teams/, "Known issues and limitations"). Texts
 * are RichTextBlocks, in which Markdown means nothing (https://learn.microsoft.com/adaptive-cards/create/textfeatures). A workflow
 * recognises no earlier message: a resolve is a second one, and an attempt whose answer got lost is told again; the key says which
 * belong together.
 */
export const teams: PagingProvider = {
  name: 'teams',
  url: 'none',
  /** Four requests a second to one team or channel (https://learn.microsoft.com/graph/throttling-limits#microsoft-teams-service-limits). */
  limit: { count: 4, per: SECOND },

  request(order: PageOrder, { secret, standIn }: PageTarget): PageRequest | Refusal {
    const url = URL.parse(secret);
    if (url?.protocol !== 'https:' || !TRIGGER.test(url.pathname) || !url.searchParams.get('sig'))
      return { verdict: 'refused', detail: 'the secret is not the address of a Teams workflow' };
    return {
      url: new URL(url.pathname + url.search, standIn ?? url.origin).href,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        type: 'message',
        attachments: [
          { contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content: cardOf(order) },
        ],
      }),
    };
  },

  /**
   * 202 says that the workflow has begun and nothing of how it ends (https://learn.microsoft.com/power-automate/guidance/coding-guidelines/asychronous-flow-pattern):
   * a card it cannot post is seen in its run history only, so none is sent that is too large. 404 is a workflow that is gone, which
   * Microsoft's own sender gives up as well (`ShouldRetry` in
   * https://github.com/microsoft/BCApps/blob/01adfb14799b16a06c1113c9143019d04e0aa99f/src/Layers/W1/BaseApp/System/Workflow/WorkflowWebhookNotification.Codeunit.al).
   * 429 and 5xx are tried again, as is what is not documented.
   */
  verdict: (response: PageResponse): Outcome =>
    verdictByStatus(response, { who: 'Teams', final: [400, 404, 413], reason: codeIn(response.body) }),
};

function cardOf(order: PageOrder) {
  const { title, lines, actions } = order.action === 'trigger' ? alertOf(order) : resolvedOf(order);
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.4',
    msteams: { width: 'Full' },
    body: [
      block([run(title, SUMMARY_LIMIT, { weight: 'Bolder', size: 'Medium' })]),
      ...lines,
      block([run(order.key, NAME_LIMIT, { isSubtle: true, size: 'Small' })]),
    ],
    actions,
  };
}

function alertOf({ message: { summary, details, link } }: PageOrder & { action: 'trigger' }) {
  const lines = Object.entries(details).map(([name, value]) =>
    block([run(name, NAME_LIMIT, { weight: 'Bolder' }), run(`  ${value}`, VALUE_LIMIT)]),
  );
  const linked = link !== undefined && link.url.length <= LINK_LIMIT;
  return {
    title: summary,
    lines: fitting(lines, DETAILS_BYTES, bytesOf),
    actions: linked ? [{ type: 'Action.OpenUrl', title: link.text, url: link.url }] : [],
  };
}

const resolvedOf = ({ summary, source }: PageOrder & { action: 'resolve' }) => ({
  title: `${summary} (${source})`,
  lines: [],
  actions: [],
});

const block = (inlines: readonly object[]) => ({ type: 'RichTextBlock', inlines });

const run = (text: string, limit: number, style: object = {}) => ({
  type: 'TextRun',
  text: text.slice(0, limit).toWellFormed(),
  ...style,
});

const bytesOf = (value: object): number => new TextEncoder().encode(JSON.stringify(value)).length;

/** Power Automate's name for what was wrong; its message would name the workflow. */
const codeIn = (body: string): string => /"code"\s*:\s*"(\w{1,60})"/.exec(body)?.[1] ?? '';
