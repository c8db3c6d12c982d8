import * as z from 'zod/mini';
import { callLimit } from './call-limit.ts';
import { alertBook, type EventAlert } from './event-alert.ts';
import { type FakeAnswer, type FakeRequest, type HttpFake, type Listen, startHttpFake } from './http-fake.ts';
import { parsed } from './parsed.ts';

const MINUTE = 60_000;
const SIZE_LIMIT = 512 * 1024;

const event = z.object({
  title: z.string().check(z.minLength(1)),
  status: z.enum(['firing', 'resolved']),
  deduplication_key: z.string().check(z.minLength(1)),
  description: z.optional(z.string()),
  metadata: z.optional(z.record(z.string(), z.unknown())),
  source_url: z.optional(z.url()),
});

/** An HTTP alert source of incident.io, played on this machine. */
export interface FakeIncidentIo extends HttpFake {
  /** Every alert there has been, the oldest first. */
  alerts(): readonly EventAlert[];
}

/**
 * Starts a fake of https://docs.incident.io/api-reference/alert-events-v2/createhttp: 120 events a minute
 * (https://docs.incident.io/incidents/auto-create), 512 KB each (https://github.com/prometheus/alertmanager/pull/4372), both answered
 * with 429.
 */
export async function startFakeIncidentIo(
  listen: Listen & { readonly source: string; readonly token: string },
): Promise<FakeIncidentIo> {
  const book = alertBook();
  const limited = callLimit(120, MINUTE);

  function answer({ method, path, headers, body, at }: FakeRequest): FakeAnswer {
    if (method !== 'POST' || path !== `/v2/alert_events/http/${listen.source}`) return fault(404, 'not_found');
    if (headers.authorization !== `Bearer ${listen.token}`) return fault(401, 'authentication_error');
    if (Buffer.byteLength(body) > SIZE_LIMIT) return fault(429, 'too_many_requests');
    if (limited(path, at)) return { ...fault(429, 'too_many_requests'), headers: { 'retry-after': '1' } };
    const { success, data } = event.safeParse(parsed(body));
    if (!success) return fault(422, 'validation_error');
    book.take(data.deduplication_key, data.title, data.status === 'firing');
    const { deduplication_key } = data;
    return { status: 202, body: { status: 'success', message: 'Event accepted for processing', deduplication_key } };
  }

  return { ...(await startHttpFake(listen, answer)), alerts: book.alerts };
}

const fault = (status: number, type: string): FakeAnswer => ({
  status,
  body: { type, status, request_id: crypto.randomUUID(), errors: [{ code: type, message: `It is ${type}.` }] },
});
