import type { Clients } from './adapters/clients.ts';
import { type Environment, required } from './adapters/environment.ts';
import { sesClient, sesMailer } from './adapters/mailer.ts';
import { onFirstCall } from './adapters/on-first-call.ts';
import { attempts } from './delivery/attempts.ts';
import { byMail } from './delivery/mail-courier.ts';

/** Mails what the ledger owes by mail. */
export function create(env: Environment, clients: Clients = {}) {
  const mailer = sesMailer(clients.ses ?? sesClient(env), required(env, 'MAIL_FROM'), env.MAIL_CONFIGURATION_SET);
  return attempts(env, clients, byMail(mailer, env.CONSOLE_URL));
}

/** The Lambda entry. */
export const handler = onFirstCall(create);
