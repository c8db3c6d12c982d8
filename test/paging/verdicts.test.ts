import { describe, expect, it } from 'vitest';
import { PROVIDERS, providerOf } from '../../shared/paging/providers.ts';

const sent = { verdict: 'sent' };
const refused = { verdict: 'refused' };
const retry = (retryAfter?: number) => ({ verdict: 'retry', ...(retryAfter === undefined ? {} : { retryAfter }) });
const lost = (retryAfter?: number) => ({ ...retry(retryAfter), uncertain: true });

const DATE = 'Mon, 05 Jan 2026 09:00:00 GMT';
const A_MINUTE_ON = { 'retry-after': 'Mon, 05 Jan 2026 09:01:00 GMT', date: DATE };
const SECONDS = { 'retry-after': '7' };

/** An error of AWS, as it is handed on. */
const code = (name: string): string => JSON.stringify({ code: name, message: 'because' });

type Headers = Readonly<Record<string, string>>;
type Row = readonly [status: number, headers: Headers, body: string, expected: object];

/** What is the same for all: what asks for patience gets it, and what may have arrived is said to. */
const COMMON: readonly Row[] = [
  [301, {}, '', retry()],
  [302, {}, '', retry()],
  [401, {}, '', retry()],
  [403, {}, '', retry()],
  [404, {}, '', retry()],
  [408, {}, '', retry()],
  [429, SECONDS, '', retry(7000)],
  [429, A_MINUTE_ON, '', retry(60_000)],
  [429, { 'retry-after': DATE, date: A_MINUTE_ON['retry-after'] }, '', retry(0)],
  [429, { 'retry-after': '99999999' }, '', retry(3_600_000)],
  [500, {}, '', lost()],
  [502, {}, '<html>', lost()],
  [503, { 'retry-after': '120' }, '', lost(120_000)],
  [503, A_MINUTE_ON, '', lost(60_000)],
  [504, {}, '', lost()],
];

const OWN: Readonly<Record<string, readonly Row[]>> = {
  pagerduty: [
    [202, {}, '{"status":"success"}', sent],
    [400, {}, '{"message":"Event object is invalid","errors":["no key"]}', refused],
    [413, {}, '', refused],
    [429, {}, '', retry(30_000)],
    [429, { 'retry-after': 'soon' }, '', retry(30_000)],
  ],
  slack: [
    [200, {}, 'ok', sent],
    [200, {}, 'ok\n', sent],
    [200, {}, '', lost()],
    [200, {}, 'no_service', lost()],
    [200, {}, '{"ok":false,"error":"invalid_auth"}', lost()],
    [200, {}, 'invalid_payload', refused],
    [200, {}, '<html>Sign in</html>', lost()],
    [400, {}, 'invalid_payload', refused],
    [400, {}, 'user_not_found', refused],
    [400, {}, 'no_text', refused],
    [403, {}, 'action_prohibited', retry()],
    [403, {}, 'invalid_token', retry()],
    [404, {}, 'channel_not_found', retry()],
    [404, {}, 'no_service', retry()],
    [404, {}, 'channel_is_archived', refused],
    [410, {}, 'channel_is_archived', refused],
    [413, {}, '', refused],
    [429, {}, 'rate_limited', retry()],
    [500, {}, 'rollup_error', lost()],
  ],
  teams: [
    [200, {}, '', sent],
    [202, {}, '', sent],
    [400, {}, '{"error":{"code":"InvalidRequestContent","message":"…"}}', refused],
    [401, {}, '{"error":{"code":"DirectApiAuthorizationRequired"}}', retry()],
    [404, {}, '{"error":{"code":"WorkflowNotFound"}}', retry()],
    [413, {}, '', refused],
    [429, {}, '', retry()],
  ],
  'jira-operations': [
    [202, {}, '{"result":"Request will be processed","requestId":"1a-2b"}', { ...sent, reference: '1a-2b' }],
    [202, {}, '', sent],
    [400, {}, '{"message":"Request body is not JSON"}', refused],
    [402, {}, '', retry()],
    [413, {}, '', refused],
    [422, {}, '{"message":"Request body is not processable","errors":{"message":"too long"}}', refused],
    [429, {}, '', retry()],
  ],
  'incident.io': [
    [202, {}, '{"status":"success"}', sent],
    [400, {}, '', refused],
    [401, {}, '{"type":"authentication_error","errors":[{"message":"No authorization material"}]}', retry()],
    [413, {}, '', refused],
    [422, {}, '{"type":"validation_error","errors":[{"message":"A title is required"}]}', refused],
    [429, {}, '{"type":"too_many_requests"}', retry(10_000)],
  ],
  ilert: [
    [202, {}, '', sent],
    [400, {}, '{"message":"integrationKey is missing"}', refused],
    [413, {}, '', refused],
    [422, {}, '', refused],
    [429, {}, '', retry(30_000)],
  ],
  sns: [
    [200, {}, '{"messageId":"4a-b2"}', { ...sent, reference: '4a-b2' }],
    [200, {}, '{}', sent],
    [400, {}, code('InvalidParameterException'), refused],
    [400, {}, code('InvalidParameterValueException'), refused],
    [400, {}, code('ValidationException'), refused],
    [400, {}, code('ValidationError'), refused],
    [400, {}, code('EndpointDisabledException'), refused],
    [400, {}, code('PlatformApplicationDisabledException'), refused],
    [400, {}, code('KMSAccessDeniedException'), refused],
    [400, {}, code('KMSDisabledException'), refused],
    [400, {}, code('KMSInvalidStateException'), refused],
    [400, {}, code('KMSNotFoundException'), refused],
    [403, {}, code('KMSOptInRequired'), refused],
    [403, {}, code('AuthorizationErrorException'), refused],
    [403, {}, code('AccessDeniedException'), refused],
    [404, {}, code('NotFoundException'), refused],
    [400, {}, code('KMSThrottlingException'), retry()],
    [400, {}, code('Throttling'), retry()],
    [400, {}, code('ThrottlingException'), retry()],
    [400, {}, code('RequestExpired'), retry()],
    [403, {}, code('ExpiredToken'), retry()],
    [403, {}, code('InvalidClientTokenId'), retry()],
    [403, {}, code('InvalidSecurityException'), retry()],
    [429, {}, code('ThrottledException'), retry()],
    [429, SECONDS, code('ThrottledException'), retry(7000)],
    [500, {}, code('InternalErrorException'), lost()],
    [503, {}, code('ServiceUnavailable'), lost()],
  ],
  webhook: [
    [200, {}, '', sent],
    [204, {}, '', sent],
    [400, {}, '', retry()],
    [410, {}, '', refused],
    [429, {}, '', retry()],
    [429, { 'retry-after': 'soon' }, '', retry()],
  ],
};

it('every provider has its table', () => {
  expect(Object.keys(OWN).sort()).toEqual(PROVIDERS.map(({ name }) => name).sort());
});

describe.each(PROVIDERS.map(({ name }) => name))('an answer of %s', name => {
  it.each([...COMMON, ...OWN[name]!])('%d %j %s means %j', (status, headers, body, expected) => {
    const { detail, ...verdict } = { detail: '', ...providerOf(name)!.verdict({ status, headers, body }) };
    expect(verdict).toEqual(expected);
    if (verdict.verdict !== 'sent') expect(detail).toContain(String(status));
  });
});

it.each([
  ['pagerduty', 400, '{"message":"Event object is invalid","errors":["no key"]}', 'invalid; no key'],
  ['slack', 404, 'no_service', 'no_service'],
  ['teams', 400, '{"error":{"code":"InvalidRequestContent","message":"…"}}', 'InvalidRequestContent'],
  [
    'jira-operations',
    422,
    '{"message":"Not processable","errors":{"message":"too long"}}',
    'Not processable; too long',
  ],
  ['incident.io', 422, '{"errors":[{"message":"A title is required"}]}', 'A title is required'],
  ['ilert', 400, '{"message":"integrationKey is missing"}', 'integrationKey is missing'],
  ['sns', 400, code('InvalidParameterException'), 'InvalidParameter: because'],
])('%s gives its reason for a %d', (name, status, body, reason) => {
  const verdict = providerOf(name)!.verdict({ status, headers: {}, body });
  expect(verdict).toMatchObject({
    verdict: status === 404 ? 'retry' : 'refused',
    detail: expect.stringContaining(reason),
  });
});
