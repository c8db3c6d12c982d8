/** What an answer says of a page: `lost` may have been taken all the same. */
export type Meaning = 'sent' | 'retry' | 'lost' | 'refused';

/** Every status anybody is likely to answer with. */
export const STATUSES = [
  ...[200, 201, 202, 204],
  ...[301, 302, 303, 307, 308],
  ...[400, 401, 402, 403, 404, 405, 408, 409, 410, 413, 415, 422, 429, 451],
  ...[500, 501, 502, 503, 504, 507, 599],
];
/** The successes among them. */
export const SENT = [200, 201, 202, 204];
/** Those after which nobody can tell. */
export const LOST = [500, 501, 502, 503, 504, 507, 599];

/** How one provider's answers are read by their status; every other status is tried again. */
export interface Table {
  readonly refused: readonly number[];
  /** Of a message that was taken. */
  readonly taken: string;
  /** After a 429 that does not say, in ms. */
  readonly wait?: number;
  /** Whether a success may be a page of HTML. */
  readonly html?: true;
  /** What other bodies mean. */
  readonly own: readonly (readonly [status: number, body: string, meaning: Meaning])[];
}

/** An error of AWS, as it is handed on. */
export const code = (name: string): string => JSON.stringify({ code: name, message: 'because' });
const said = (meaning: Meaning, status: number, ...names: readonly string[]) =>
  names.map(name => [status, code(name), meaning] as const);

/** The tables by the providers' names. */
export const TABLES: Readonly<Record<string, Table>> = {
  pagerduty: {
    refused: [400, 413],
    taken: '{"status":"success"}',
    wait: 30_000,
    own: [[400, '{"message":"Event object is invalid","errors":["no key"]}', 'refused']],
  },
  slack: {
    refused: [400, 404, 410, 413],
    taken: 'ok',
    own: [
      [200, 'ok\n', 'sent'],
      [200, '', 'lost'],
      [200, 'no_service', 'refused'],
      [200, 'posted', 'lost'],
      [200, '{"ok":false,"error":"invalid_auth"}', 'lost'],
      [200, 'invalid_payload', 'refused'],
      [400, 'user_not_found', 'refused'],
      [403, 'action_prohibited', 'retry'],
      [403, 'invalid_token', 'retry'],
      [404, 'channel_not_found', 'refused'],
      [404, 'no_service', 'refused'],
      [404, 'channel_is_archived', 'refused'],
      [429, 'rate_limited', 'retry'],
      [500, 'rollup_error', 'lost'],
      [500, 'no_text', 'refused'],
    ],
  },
  teams: {
    refused: [400, 404, 413],
    taken: '',
    own: [
      [400, '{"error":{"code":"InvalidRequestContent","message":"…"}}', 'refused'],
      [401, '{"error":{"code":"DirectApiAuthorizationRequired"}}', 'retry'],
      [400, '{"error":{"code":"WorkflowTriggerIsNotEnabled"}}', 'refused'],
      [404, '{"error":{"code":"WorkflowNotFound"}}', 'refused'],
    ],
  },
  'jira-operations': {
    refused: [400, 413, 422],
    taken: '{"result":"Request will be processed"}',
    own: [[422, '{"message":"Not processable","errors":{"message":"too long"}}', 'refused']],
  },
  'incident.io': {
    refused: [400, 413, 422],
    taken: '{"status":"success"}',
    wait: 10_000,
    own: [
      [401, '{"type":"authentication_error","errors":[{"message":"No authorization material"}]}', 'retry'],
      [422, '{"type":"validation_error","errors":[{"message":"A title is required"}]}', 'refused'],
    ],
  },
  ilert: {
    refused: [400, 413, 422],
    taken: '',
    wait: 30_000,
    own: [[400, '{"message":"integrationKey is missing"}', 'refused']],
  },
  sns: {
    refused: [],
    taken: '{"messageId":"4a-b2"}',
    own: [
      [200, '{}', 'lost'],
      [200, code('Error'), 'lost'],
      ...said('refused', 400, 'InvalidParameterException', 'InvalidParameterValueException', 'ValidationException'),
      ...said('refused', 400, 'ValidationError', 'EndpointDisabledException', 'PlatformApplicationDisabledException'),
      ...said('refused', 400, 'KMSAccessDeniedException', 'KMSDisabledException', 'KMSInvalidStateException'),
      ...said('refused', 400, 'KMSNotFoundException'),
      ...said('refused', 403, 'KMSOptInRequired', 'AuthorizationErrorException', 'AccessDeniedException'),
      ...said('refused', 404, 'NotFoundException'),
      ...said('retry', 400, 'KMSThrottlingException', 'Throttling', 'ThrottlingException', 'RequestExpired'),
      ...said('retry', 403, 'ExpiredToken', 'InvalidClientTokenId', 'InvalidSecurityException'),
      ...said('retry', 429, 'ThrottledException'),
      ...said('lost', 500, 'InternalErrorException'),
      ...said('lost', 503, 'ServiceUnavailable'),
    ],
  },
  webhook: { refused: [410], taken: '', html: true, own: [] },
};
