import { followLink, showLink } from './acknowledgement/by-link.ts';
import { byPager } from './acknowledgement/by-pager.ts';
import { acknowledgeLinks } from './adapters/acknowledge-links.ts';
import { type Clients, dynamodbClient } from './adapters/clients.ts';
import { deliveryLedger } from './adapters/delivery-ledger.ts';
import { deliveryNames } from './adapters/delivery-names.ts';
import { digestBook } from './adapters/digest-book.ts';
import { type Environment, required } from './adapters/environment.ts';
import { hookSecrets } from './adapters/hook-secrets.ts';
import { onFirstCall } from './adapters/on-first-call.ts';
import { policyStore } from './adapters/policy-store.ts';
import { routed } from './adapters/routed.ts';
import { secretsClient, secretsManager } from './adapters/secrets.ts';
import { ticketTable } from './adapters/ticket-table.ts';
import { toldEvents } from './adapters/told-events.ts';

/** Takes what people acknowledge: by the link of a mail, and at the pagers, which tell us. Anybody may ask; every request proves itself. */
export function create(env: Environment, clients: Clients = {}) {
  const dynamodb = clients.dynamodb ?? dynamodbClient(env);
  const table = required(env, 'TABLE_NAME');
  const shards = Number(required(env, 'SHARDS'));
  const secrets = secretsManager(clients.secrets ?? secretsClient(env));
  const desk = {
    tickets: ticketTable(dynamodb, table, shards),
    policies: policyStore(dynamodb, table),
    ledger: deliveryLedger(dynamodb, table, shards),
  };
  const links = acknowledgeLinks(secrets, required(env, 'LINK_KEY_SECRET'));
  return routed({
    'GET /v1/acknowledge': showLink({ ...desk, links }),
    'POST /v1/acknowledge': followLink({ ...desk, links }),
    'POST /v1/pagers/{pager}': byPager({
      ...desk,
      digests: digestBook(dynamodb, table),
      names: deliveryNames(dynamodb, table),
      told: toldEvents(dynamodb, table),
      secrets: hookSecrets(secrets, required(env, 'HOOK_SECRETS')),
    }),
  });
}

/** The Lambda entry. */
export const handler = onFirstCall(create);
