import { SESServiceException } from '@aws-sdk/client-ses';
import { expect, it } from 'vitest';
import { sesOutcome } from '../../functions/adapters/ses-outcome.ts';

const QUOTA = 'Daily message quota exceeded.';
const PAUSED = 'Sending paused for this account. For more information, please check the inbox of the email address …';
const RATE = 'Maximum sending rate exceeded.';

/** The errors of SendRawEmail and those common to all actions (https://docs.aws.amazon.com/ses/latest/APIReference/CommonErrors.html). */
it.each<[string, number, string, string]>([
  ['MessageRejected', 400, 'Email address is not verified.', 'refused'],
  [
    'MessageRejected',
    400,
    'Email address is not verified. The following identities failed: paused@b.example',
    'refused',
  ],
  ['MessageRejected', 400, PAUSED, 'standstill'],
  ['MessageRejected', 400, PAUSED.replace('paused', 'suspended'), 'standstill'],
  ['MailFromDomainNotVerifiedException', 400, '', 'refused'],
  ['InvalidParameterValue', 400, 'Missing final @domain', 'refused'],
  ['InvalidParameterCombination', 400, '', 'refused'],
  ['MissingParameter', 400, '', 'refused'],
  ['ValidationError', 400, '', 'refused'],
  ['Throttling', 400, RATE, 'retry'],
  ['ThrottlingException', 400, RATE, 'retry'],
  ['Throttling', 400, QUOTA, 'standstill'],
  ['ThrottlingException', 400, QUOTA, 'standstill'],
  ['LimitExceededException', 400, QUOTA, 'standstill'],
  ['AccountSendingPausedException', 400, '', 'standstill'],
  ['ConfigurationSetSendingPausedException', 400, '', 'standstill'],
  ['ConfigurationSetDoesNotExistException', 400, '', 'standstill'],
  ['AccessDenied', 403, '', 'standstill'],
  ['AccessDeniedException', 400, '', 'standstill'],
  ['IncompleteSignature', 400, '', 'retry'],
  ['InvalidClientTokenId', 403, '', 'retry'],
  ['MissingAuthenticationToken', 403, '', 'retry'],
  ['OptInRequired', 403, '', 'retry'],
  ['RequestExpired', 400, '', 'retry'],
  ['NotAuthorized', 400, '', 'retry'],
  ['ServiceUnavailable', 503, '', 'uncertain'],
  ['InternalFailure', 500, '', 'uncertain'],
])('%s (%d %s) leaves a mail to be %s', (name, httpStatusCode, message, expected) => {
  const error = new SESServiceException({ name, message, $fault: 'client', $metadata: { httpStatusCode } });
  const outcome = sesOutcome(error);
  expect(outcome).toMatchObject(
    {
      refused: { verdict: 'refused' },
      retry: { verdict: 'retry' },
      uncertain: { verdict: 'retry', uncertain: true },
      standstill: { verdict: 'retry', standstill: true, retryAfter: 600_000 },
    }[expected]!,
  );
  if (expected === 'retry') expect(Object.keys(outcome)).toEqual(['verdict', 'detail']);
});

it('a connection that breaks leaves a mail that may have been taken', () => {
  const error = Object.assign(new Error('socket hang up'), { name: 'Error', code: 'ECONNRESET' });
  expect(sesOutcome(error)).toEqual({ verdict: 'retry', detail: 'SES: Error: socket hang up', uncertain: true });
});
