import type { Clients } from './adapters/clients.ts';
import { type Environment, required } from './adapters/environment.ts';
import { mailLimit, sesClient, sesMailer } from './adapters/mailer.ts';
import { onFirstCall } from './adapters/on-first-call.ts';
import { acknowledgeUrls } from './delivery/acknowledge-urls.ts';
import { attempts } from './delivery/attempts.ts';
import { byMail } from './delivery/mail-courier.ts';

/** Mails what the ledger owes by mail. */
export function create(env: Environment, clients: Clients = {}) {
  const mailer = sesMailer(clients.ses ?? sesClient(env), required(env, 'MAIL_FROM'), env.MAIL_CONFIGURATION_SET);
  const limit = mailLimit(Number(required(env, 'MAIL_RATE')));
  const acknowledgeUrl = acknowledgeUrls(env, clients);
  return attempts(env, clients, byMail({ mailer, limit, consoleUrl: env.CONSOLE_URL, acknowledgeUrl }));
}

/** The Lambda entry. */
export const handler = onFirstCall(create);
