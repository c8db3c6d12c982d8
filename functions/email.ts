import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { Measure } from '../shared/measure/measures.ts';
import { addressOf } from '../shared/notification/address.ts';
import { mailTexts } from '../shared/notification/mail.ts';
import { notificationKey } from '../shared/notification/notification.ts';
import { told } from '../shared/notification/told.ts';
import { wordingFor } from '../shared/notification/wording/wordings.ts';
import { ticketKeyText } from '../shared/ticket/ticket-key.ts';
import { eachRecord } from './adapters/batch.ts';
import { type Clients, dynamodbClient } from './adapters/clients.ts';
import { deliveryLedger } from './adapters/delivery-ledger.ts';
import { type Environment, required } from './adapters/environment.ts';
import { fingerprint } from './adapters/fingerprint.ts';
import { type Mailer, sesClient, sesMailer } from './adapters/mailer.ts';
import { emit } from './adapters/measures.ts';
import { onFirstCall } from './adapters/on-first-call.ts';
import { policyStore } from './adapters/policy-store.ts';
import { ticketTable } from './adapters/ticket-table.ts';
import { type Courier, oneAttempt } from './one-attempt.ts';

/** Mails what the ledger owes by mail: one attempt for each message, whatever becomes of it. */
export function create(env: Environment, clients: Clients = {}) {
  const dynamodb = clients.dynamodb ?? dynamodbClient(env);
  const table = required(env, 'TABLE_NAME');
  const shards = Number(required(env, 'SHARDS'));
  const mailer = sesMailer(clients.ses ?? sesClient(env), required(env, 'MAIL_FROM'), env.MAIL_CONFIGURATION_SET);
  const desk = {
    tickets: ticketTable(dynamodb, table, shards),
    policies: policyStore(dynamodb, table),
    ledger: deliveryLedger(dynamodb, table, shards),
    courier: byMail(mailer, env.CONSOLE_URL),
  };
  return async (event: SQSEvent): Promise<SQSBatchResponse> => {
    const measures: Measure[] = [];
    const response = await eachRecord(event, async ({ body }) => {
      measures.push(...(await oneAttempt(desk, JSON.parse(body), Date.now())));
    });
    emit(measures);
    return response;
  };
}

const byMail = (mailer: Mailer, consoleUrl: string | undefined): Courier => ({
  tell({ notification }, facts, recipient) {
    const found = addressOf(recipient, facts.attributes);
    if ('unknown' in found) return found;
    const reader = { role: notification.to, zone: recipient?.zone, consoleUrl };
    const thread = ticketKeyText(notification.ticket);
    const mail = {
      ...mailTexts(told(facts, wordingFor(recipient?.language), reader)),
      to: found.address,
      messageId: fingerprint(`${thread} ${notificationKey(notification)}`),
      thread: fingerprint(thread),
    };
    return { attempt: () => mailer(mail) };
  },
  resolve: () => ({ attempt: async () => ({ verdict: 'refused', detail: 'a mail cannot be taken back' }) }),
});

/** The Lambda entry. */
export const handler = onFirstCall(create);
