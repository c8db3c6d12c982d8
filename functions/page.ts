import type { Clients } from './adapters/clients.ts';
import type { Environment } from './adapters/environment.ts';
import { httpPost } from './adapters/http.ts';
import { onFirstCall } from './adapters/on-first-call.ts';
import { httpPager } from './adapters/pager.ts';
import { secretsClient, secretsManager } from './adapters/secrets.ts';
import { attempts } from './delivery/attempts.ts';
import { byPage } from './delivery/page-courier.ts';

/** Pages what the ledger owes by page, and resolves what it owes resolving. */
export function create(env: Environment, clients: Clients = {}) {
  const { PAGERDUTY_URL, ALLOW_LOCAL_WEBHOOKS, CONSOLE_URL } = env;
  const trusted = PAGERDUTY_URL ? [new URL(PAGERDUTY_URL).origin] : [];
  const post = httpPost({ trusted, loopback: ALLOW_LOCAL_WEBHOOKS === '1' });
  const secrets = secretsManager(clients.secrets ?? secretsClient(env));
  const standIns = PAGERDUTY_URL ? { pagerduty: PAGERDUTY_URL } : {};
  return attempts(env, clients, byPage(httpPager(post, secrets, standIns), CONSOLE_URL));
}

/** The Lambda entry. */
export const handler = onFirstCall(create);
