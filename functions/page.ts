import type { Clients } from './adapters/clients.ts';
import type { Environment } from './adapters/environment.ts';
import { onFirstCall } from './adapters/on-first-call.ts';
import { carriersIn, pagerBy } from './adapters/pager.ts';
import { attempts } from './delivery/attempts.ts';
import { byPage } from './delivery/page-courier.ts';

/** Pages what the ledger owes by page, and resolves what it owes resolving. */
export const create = (env: Environment, clients: Clients = {}) =>
  attempts(env, clients, byPage(pagerBy(carriersIn(env, clients)), env.CONSOLE_URL));

/** The Lambda entry. */
export const handler = onFirstCall(create);
