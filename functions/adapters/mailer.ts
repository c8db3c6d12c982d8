import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { SECOND } from '../../shared/calendar/instant.ts';
import { isMailbox } from '../../shared/notification/address.ts';
import type { Outcome } from '../../shared/notification/delivery.ts';
import type { Limit } from '../../shared/notification/limit.ts';
import type { Mail } from '../../shared/notification/mail.ts';
import { endpoint } from './clients.ts';
import type { Environment } from './environment.ts';
import { mimeOf } from './mime.ts';
import { type From, senderOf } from './sender.ts';
import { sesOutcome } from './ses-outcome.ts';

/** Sends one mail in one attempt; what goes wrong is an outcome, never thrown. */
export type Mailer = (mail: Mail) => Promise<Outcome>;

const TIME_LIMIT = 10 * SECOND;

/**
 * What SES takes of all mails together at so many a second, the maximum send rate of the account
 * (https://docs.aws.amazon.com/ses/latest/dg/manage-sending-quotas.html).
 */
export const mailLimit = (rate: number): Limit => ({ count: rate, per: SECOND });

/** The connection to SES, which leaves trying again to us; `AWS_ENDPOINT_URL_SES` points it to another engine. */
export const sesClient = (env: Environment): SESClient =>
  new SESClient({ ...endpoint(env.AWS_ENDPOINT_URL_SES), maxAttempts: 1 });

/**
 * Mail by Amazon SES, which takes the bare address as its source: that has to be ASCII, and a name is for the mail's own header
 * (https://docs.aws.amazon.com/ses/latest/APIReference/API_SendRawEmail.html, "Source").
 */
export const sesMailer =
  (client: SESClient, from: From, configurationSet: string | undefined): Mailer =>
  async mail => {
    if (!isMailbox(mail.to)) return { verdict: 'refused', detail: 'the recipient is not one mail address' };
    const command = new SendRawEmailCommand({
      Source: senderOf(from).address,
      Destinations: [mail.to],
      RawMessage: { Data: mimeOf(mail, from) },
      ...(configurationSet ? { ConfigurationSetName: configurationSet } : {}),
    });
    try {
      const { MessageId } = await client.send(command, { abortSignal: AbortSignal.timeout(TIME_LIMIT) });
      return { verdict: 'sent', ...(MessageId ? { reference: MessageId } : {}) };
    } catch (error) {
      return sesOutcome(error);
    }
  };
