import * as z from 'zod';
import { DAY, HOUR, type Instant } from '../shared/calendar/instant.ts';
import { type Clients, dynamodbClient, sqsClient } from './adapters/clients.ts';
import { deadlineIndex } from './adapters/deadline-index.ts';
import { deliveryLedger } from './adapters/delivery-ledger.ts';
import { dueIndex } from './adapters/due-index.ts';
import { type Environment, required } from './adapters/environment.ts';
import { onFirstCall } from './adapters/on-first-call.ts';
import { policyStore } from './adapters/policy-store.ts';
import { queue } from './adapters/queues.ts';
import { ticketTable } from './adapters/ticket-table.ts';
import { atRisk } from './query/at-risk.ts';
import { undelivered } from './query/undelivered.ts';
import { deadlineList } from './widget/deadline-list.ts';
import { grant } from './widget/grant.ts';
import { type Html, html } from './widget/html.ts';
import { undeliveredList } from './widget/undelivered-list.ts';
import { type Viewer, viewerOf, widgetContext } from './widget/viewer.ts';
import { wish } from './widget/wish.ts';

/** What a dashboard asks: for its documentation, or for a list, maybe after a button on it was pressed. */
const call = z.union([
  z.object({ describe: z.literal(true) }),
  z.object({ show: z.enum(['deadlines', 'undelivered']).exactOptional(), widgetContext }),
]);

const SHOWN = 50;

const ABOUT = `## Timekeeper's live lists

Drawn from the table at every refresh, in the viewer's language and zone.

\`\`\` yaml
show: deadlines      # clocks due within the hour or late, the most late first
show: undelivered    # what should have reached somebody and has not, the oldest first
\`\`\`
`;

/** Draws the live lists of a dashboard, and does what is asked for by their buttons. */
export function create(env: Environment, clients: Clients = {}) {
  const dynamodb = clients.dynamodb ?? dynamodbClient(env);
  const sqs = clients.sqs ?? sqsClient(env);
  const table = required(env, 'TABLE_NAME');
  const shards = Number(required(env, 'SHARDS'));
  const arn = required(env, 'WIDGET_ARN');
  const desk = {
    index: dueIndex(dynamodb, table, required(env, 'DUE_INDEX')),
    deadlines: deadlineIndex(dynamodb, table, required(env, 'DEADLINE_INDEX')),
    shards,
    tickets: ticketTable(dynamodb, table, shards),
    policies: policyStore(dynamodb, table),
    ledger: deliveryLedger(dynamodb, table, shards),
    outbound: {
      email: queue(sqs, required(env, 'EMAIL_QUEUE_URL')),
      page: queue(sqs, required(env, 'PAGE_QUEUE_URL')),
    },
  };

  async function draw(show: 'deadlines' | 'undelivered', viewer: Viewer, now: Instant): Promise<Html> {
    if (show === 'undelivered')
      return undeliveredList((await undelivered(desk, { within: DAY, most: SHOWN }, now)).deliveries, viewer, arn, now);
    return deadlineList((await atRisk(desk, { within: HOUR, most: SHOWN }, now)).clocks, viewer, arn, now);
  }

  return async (event: unknown): Promise<string | { readonly markdown: string }> => {
    const asked = call.safeParse(event);
    if (!asked.success) return html`<p>This widget was asked for something it does not know.</p>`.markup;
    if ('describe' in asked.data) return { markdown: ABOUT };
    const now = Date.now();
    const { show, widgetContext: context } = asked.data;
    const viewer = viewerOf(context);
    const pressed = wish.safeParse(event);
    const said = pressed.success ? await grant(desk, pressed.data, viewer, now) : undefined;
    const list = show ?? (pressed.data?.do === 'redeliver' ? 'undelivered' : 'deadlines');
    const drawn = await draw(list, viewer, now);
    return html`${said === undefined ? '' : html`<p><b>${said}</b></p>`}${drawn}`.markup;
  };
}

/** The Lambda entry. */
export const handler = onFirstCall(create);
