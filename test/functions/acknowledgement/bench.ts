import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, vi } from 'vitest';
import { create } from '../../../functions/acknowledge.ts';
import { acknowledgeLinks } from '../../../functions/adapters/acknowledge-links.ts';
import type { Row } from '../../../functions/adapters/delivery-ledger.ts';
import { deliveryNames, pageName } from '../../../functions/adapters/delivery-names.ts';
import { secretsManager } from '../../../functions/adapters/secrets.ts';
import { pageKey } from '../../../functions/delivery/page-key.ts';
import { noteAnswer } from '../../../infra/local/answer-record.ts';
import { type Reaction, webhookOf } from '../../../infra/local/fakes/pagerduty-webhook.ts';
import type { Webhook } from '../../../infra/local/fakes/webhook.ts';
import { MINUTE } from '../../../shared/calendar/instant.ts';
import { onDue } from '../../../shared/engine.ts';
import { linkFor } from '../../../shared/notification/acknowledge-link.ts';
import type { TicketKey } from '../../../shared/ticket/ticket-key.ts';
import { DUE, notification, POLICIES, record } from '../../notification/notices.ts';
import { policy } from '../../policies.ts';
import { type DeliveryBench, startDeliveryBench } from '../delivery-bench.ts';

/** A page that was told at a pager: its ticket, its row of the ledger, and what the pager knows it by. */
export interface Page {
  readonly key: TicketKey;
  readonly row: Row;
  readonly page: string;
}

/** An incident as PagerDuty has it; without a key it is one that PagerDuty named itself. */
export const incident = (key: string | null, id = 'Q1') => ({
  id,
  key,
  summary: 's',
  triggeredAt: DUE,
  status: 'triggered',
});

/** What PagerDuty tells when somebody has done something to a page there, so many minutes after the due time. */
export const inPagerDuty = (dedupKey: string, reaction: Reaction, minutes = 1, by = 'Ana', keys = ['first']) =>
  webhookOf(incident(dedupKey), { what: reaction, by, at: DUE + minutes * MINUTE }, keys);

/** The body of an answer. */
export const text = ({ body = '' }: APIGatewayProxyStructuredResultV2) => body;

/** For the tests of a file: a table and secrets, and the function that acknowledges, made anew for each test a minute after the due time. */
export function acknowledgeBench() {
  let bench: DeliveryBench;
  let handle: ReturnType<typeof create>;
  let serial = 0;
  const asked: string[] = [];
  const values: Record<string, string> = {};
  const secrets = {
    async send({ input: { SecretId } }: { input: { SecretId: string } }) {
      asked.push(SecretId);
      if (values[SecretId] === undefined)
        throw Object.assign(new Error('no such secret'), { name: 'ResourceNotFoundException' });
      return { SecretString: values[SecretId] };
    },
  } as unknown as SecretsManagerClient;

  const restart = (dynamodb = bench.dynamodb) => {
    handle = create({ ...bench.env, LINK_KEY_SECRET: 'link-key', HOOK_SECRETS: 'hooks' }, { dynamodb, secrets });
  };

  beforeAll(async () => {
    bench = await startDeliveryBench();
    const { recipients } = policy();
    await bench.addPolicy(
      policy({ recipients: { ...recipients, manager: { ...recipients.manager, language: 'de' } } }),
    );
  });
  afterAll(() => bench.stop());
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: DUE + MINUTE });
    vi.spyOn(console, 'log').mockImplementation(() => {});
    asked.length = 0;
    Object.assign(values, {
      'link-key': 'k'.repeat(64),
      'hooks/pagerduty': 'first',
      'hooks/slack': 'slack',
      'hooks/ilert': 'ilert',
    });
    restart();
    return () => {
      vi.useRealTimers();
      vi.restoreAllMocks();
    };
  });

  async function ask(routeKey: string, facts: Partial<APIGatewayProxyEventV2> = {}) {
    const answer = await handle({ routeKey, headers: {}, isBase64Encoded: false, ...facts } as APIGatewayProxyEventV2);
    noteAnswer(routeKey, answer);
    return answer;
  }
  const show = (t: string) => ask('GET /v1/acknowledge', { queryStringParameters: { t } });
  const press = (t: string) => ask('POST /v1/acknowledge', { body: new URLSearchParams({ t }).toString() });
  const pager = (name: string, { headers, body }: Webhook) =>
    ask('POST /v1/pagers/{pager}', { pathParameters: { pager: name }, headers: { ...headers }, body });

  async function breached(attributes: object = {}): Promise<TicketKey> {
    serial += 1;
    const key = { tenant: '', source: 'help.example', id: `ACK-${serial}` };
    await bench.tickets.save({ ...onDue(record({ ...attributes }), DUE, POLICIES).record, key }, DUE);
    return key;
  }

  const acknowledgedBy = async (key: TicketKey) =>
    (await bench.tickets.get(key))!.climbs.flatMap(({ acknowledged }) => acknowledged ?? []);
  const tokenFor = async (ticket: TicketKey, facts: Parameters<typeof notification>[0] = {}, now = DUE) => {
    const links = acknowledgeLinks(secretsManager(secrets), 'link-key');
    const url = await links.urlOf('https://api.test', linkFor(notification({ ticket, to: 'manager', ...facts }), now));
    return new URL(url).searchParams.get('t')!;
  };

  /** A ticket whose breach page was told at a pager. */
  async function paged(provider = 'pagerduty'): Promise<Page> {
    const key = await breached();
    const told = notification({ ticket: key });
    const row = await bench.ledger.owe(told, DUE);
    const { nextActionAt: _done, ...owed } = (await bench.ledger.get(row))!;
    await bench.ledger.save({ ...owed, state: 'sent', attempts: 1, toldAt: DUE, route: { provider, secret: 'x' } });
    await deliveryNames(bench.dynamodb, bench.env.TABLE_NAME!).remember(pageName(pageKey(told)), row, DUE);
    return { key, row, page: pageKey(told) };
  }

  const stand = async ({ key, row }: Page) => {
    const { inPager, detail, state } = (await bench.ledger.get(row))!;
    return { inPager, detail, state, acknowledged: await acknowledgedBy(key) };
  };

  return {
    bench: () => bench,
    restart,
    asked,
    values,
    ask,
    show,
    press,
    pager,
    breached,
    acknowledgedBy,
    tokenFor,
    paged,
    stand,
  };
}
