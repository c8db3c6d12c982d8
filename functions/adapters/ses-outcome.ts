import { MINUTE } from '../../shared/calendar/instant.ts';
import type { Outcome } from '../../shared/notification/delivery.ts';

/** Answers that will be the same tomorrow. */
const FINAL = [
  'MessageRejected',
  'MailFromDomainNotVerifiedException',
  'InvalidParameterValue',
  'InvalidParameterCombination',
  'MissingParameter',
  'ValidationError',
];

/** Answers that any mail would get until somebody has seen to it. */
const STANDSTILL = [
  'AccountSendingPausedException',
  'ConfigurationSetSendingPausedException',
  'ConfigurationSetDoesNotExist',
  'ConfigurationSetDoesNotExistException',
  'AccessDenied',
  'AccessDeniedException',
];

/** Rate and quota share a name (https://docs.aws.amazon.com/ses/latest/dg/manage-sending-quotas-errors.html). */
const QUOTA = /daily (message|sending) quota exceeded/i;

/**
 * That the account may send nothing, which comes as a rejected message too (https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-error-messages.html,
 * "Account is paused"; seen as "Sending paused for this account." and, earlier, "Sending suspended for this account.").
 */
const PAUSED = /\b(sending|account) (is |has been )?(paused|suspended)\b/i;

/** As long as SES advises to wait at most, in the same place. */
const WAIT = 10 * MINUTE;

const DETAIL_LIMIT = 300;

/**
 * What an error of SES means for the mail: refused where it would be refused again, else to be tried again, later where all mail stands
 * still (https://docs.aws.amazon.com/ses/latest/APIReference/API_SendRawEmail.html, "Errors", and CommonErrors). Only an answer that
 * blames the request is sure not to have been preceded by a mail.
 */
export function sesOutcome(error: unknown): Outcome {
  const { name, message, $metadata } = error as Error & { $metadata?: { httpStatusCode?: number } };
  const detail = `SES: ${name}: ${message}`.slice(0, DETAIL_LIMIT);
  if (STANDSTILL.includes(name) || QUOTA.test(message) || PAUSED.test(message))
    return { verdict: 'retry', detail, retryAfter: WAIT, standstill: true };
  if (FINAL.includes(name)) return { verdict: 'refused', detail };
  const answered = $metadata?.httpStatusCode !== undefined && $metadata.httpStatusCode < 500;
  return { verdict: 'retry', detail, ...(answered ? {} : { uncertain: true }) };
}
