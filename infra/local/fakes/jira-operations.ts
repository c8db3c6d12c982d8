import * as z from 'zod/mini';
import { type FakeAnswer, type FakeRequest, type HttpFake, type Listen, startHttpFake } from './http-fake.ts';
import { parsed } from './parsed.ts';

const DETAILS_LIMIT = 8000;

const sized = (limit: number) => z.string().check(z.minLength(1), z.maxLength(limit));

const alert = z.strictObject({
  message: sized(130),
  alias: z.optional(sized(512)),
  description: z.optional(sized(15_000)),
  entity: z.optional(sized(512)),
  source: z.optional(sized(100)),
  priority: z.optional(z.enum(['P1', 'P2', 'P3', 'P4', 'P5'])),
  details: z.optional(
    z
      .record(z.string(), z.string())
      .check(z.refine(details => Object.entries(details).flat().join('').length <= DETAILS_LIMIT)),
  ),
});

const closing = z.strictObject({ source: z.optional(sized(100)), note: z.optional(sized(25_000)) });

/** An alert as its responders see it; `count` counts the events it got. */
interface OperationsAlert extends Pick<z.infer<typeof alert>, 'message' | 'alias' | 'priority' | 'details'> {
  readonly open: boolean;
  readonly count: number;
  readonly acknowledged: boolean;
}

/** The integration events of Jira Service Management Operations, played on this machine. */
export interface FakeJiraOperations extends HttpFake {
  /** Every alert there has been, the oldest first. */
  alerts(): readonly OperationsAlert[];
  /** The next alert is accepted and then, for that reason, not made. */
  failNext(reason: string): void;
}

/**
 * Starts a fake of https://developer.atlassian.com/cloud/jira/service-desk-ops/rest/v1/api-group-integration-events/ with the limits of
 * https://operations-help.atlassian.net/wiki/spaces/OPSHELP/pages/8617985/Alert+fields: what is valid is accepted with a request id and
 * worked on afterwards, so that closing an alert that is not there is accepted too, and what became of it is told by that id ("Get request
 * status"). An identifier is an alert's id unless the query says
 * that it is an alias.
 */
export async function startFakeJiraOperations(listen: Listen & { readonly key: string }): Promise<FakeJiraOperations> {
  const alerts: OperationsAlert[] = [];
  const statuses = new Map<string, { readonly isSuccess: boolean; readonly status: string }>();
  const reasons: string[] = [];

  const openAt = (alias: string | undefined) =>
    alerts.findIndex(one => one.open && alias !== undefined && one.alias === alias);

  function accepted(isSuccess: boolean, status: string): FakeAnswer {
    const requestId = crypto.randomUUID();
    statuses.set(requestId, { isSuccess, status });
    return { status: 202, body: { result: 'Request will be processed', took: 0.1, requestId } };
  }

  function statusOf(resource: string): FakeAnswer {
    const requestId = resource.split('/jsm/ops/integration/v2/alerts/requests/')[1] ?? '';
    const data = statuses.get(requestId);
    if (data === undefined) return { status: 404, body: { message: 'Request not found' } };
    return { status: 200, body: { data: { success: data.isSuccess, ...data }, took: 0.1, requestId } };
  }

  function create(value: unknown): FakeAnswer {
    const { success, data } = alert.safeParse(value);
    if (!success) return { status: 422, body: { message: 'Request body is not processable' } };
    const reason = reasons.shift();
    if (reason !== undefined) return accepted(false, reason);
    const at = openAt(data.alias);
    if (at === -1) alerts.push({ ...data, open: true, count: 1, acknowledged: false });
    else alerts[at] = { ...alerts[at]!, count: alerts[at]!.count + 1 };
    return accepted(true, 'Created alert');
  }

  function change(
    value: unknown,
    identifier: string,
    query: string | undefined,
    to: Pick<OperationsAlert, 'open'> | Pick<OperationsAlert, 'acknowledged'>,
  ): FakeAnswer {
    if (!closing.safeParse(value).success) return { status: 422, body: { message: 'Request body is not processable' } };
    const at = query === 'identifierType=alias' ? openAt(decodeURIComponent(identifier)) : -1;
    if (at !== -1) alerts[at] = { ...alerts[at]!, ...to };
    return accepted(at !== -1, at === -1 ? 'Alert does not exist' : 'Done');
  }

  function answer({ method, path, headers, body }: FakeRequest): FakeAnswer {
    const [resource = '', query] = path.split('?');
    const [, identifier, action] =
      /^\/jsm\/ops\/integration\/v2\/alerts(?:\/([^/]+)\/(close|acknowledge))?$/.exec(resource) ?? [];
    const authentic = headers.authorization === `GenieKey ${listen.key}`;
    if (method === 'GET' && authentic) return statusOf(resource);
    if (method !== 'POST' || !resource.startsWith('/jsm/ops/integration/v2/alerts')) return { status: 404 };
    if (!authentic) return { status: 401, body: { message: 'Could not authenticate' } };
    const value = parsed(body);
    if (value === undefined) return { status: 400, body: { message: 'Request body is not JSON' } };
    if (action === undefined) return create(value);
    return change(value, identifier!, query, action === 'close' ? { open: false } : { acknowledged: true });
  }

  return {
    ...(await startHttpFake(listen, answer)),
    alerts: () => alerts,
    failNext: reason => void reasons.push(reason),
  };
}
