import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { SECOND } from '../../shared/calendar/instant.ts';
import type { Outcome } from '../../shared/notification/delivery.ts';
import type { Mail } from '../../shared/notification/mail.ts';
import { endpoint } from './clients.ts';
import type { Environment } from './environment.ts';
import { type From, mimeOf } from './mime.ts';

/** Sends one mail in one attempt; what goes wrong is an outcome, never thrown. */
export type Mailer = (mail: Mail) => Promise<Outcome>;

const TIME_LIMIT = 10 * SECOND;

/** Answers that will be the same tomorrow (https://docs.aws.amazon.com/ses/latest/APIReference/API_SendRawEmail.html, "Errors"). */
const FINAL = ['MessageRejected', 'MailFromDomainNotVerifiedException', 'InvalidParameterValue'];

/** The connection to SES, which leaves trying again to us; `AWS_ENDPOINT_URL_SES` points it to another engine. */
export const sesClient = (env: Environment): SESClient =>
  new SESClient({ ...endpoint(env.AWS_ENDPOINT_URL_SES), maxAttempts: 1 });

/** Mail by Amazon SES. */
export const sesMailer =
  (client: SESClient, from: From, configurationSet: string | undefined): Mailer =>
  async mail => {
    const command = new SendRawEmailCommand({
      Source: from,
      Destinations: [mail.to],
      RawMessage: { Data: mimeOf(mail, from) },
      ...(configurationSet ? { ConfigurationSetName: configurationSet } : {}),
    });
    try {
      const { MessageId } = await client.send(command, { abortSignal: AbortSignal.timeout(TIME_LIMIT) });
      return { verdict: 'sent', ...(MessageId ? { reference: MessageId } : {}) };
    } catch (error) {
      return outcomeOf(error);
    }
  };

/** What an error of SES means for the mail: refused where it would be refused again, else to be tried again. */
function outcomeOf(error: unknown): Outcome {
  const { name, message, $metadata } = error as Error & { $metadata?: { httpStatusCode?: number } };
  const detail = `SES: ${name}: ${message}`.slice(0, 300);
  if (FINAL.includes(name)) return { verdict: 'refused', detail };
  const answered = $metadata?.httpStatusCode !== undefined && $metadata.httpStatusCode < 500;
  return { verdict: 'retry', detail, ...(answered ? {} : { uncertain: true }) };
}
