import * as z from 'zod/mini';
import { callLimit } from './call-limit.ts';
import { alertBook, type EventAlert } from './event-alert.ts';
import { type FakeAnswer, type FakeRequest, type HttpFake, type Listen, startHttpFake } from './http-fake.ts';
import { parsed } from './parsed.ts';

const MINUTE = 60_000;

/** An event, by https://api.ilert.com/api-docs/, "Post an event to ilert". */
const event = z.object({
  integrationKey: z.string().check(z.minLength(1)),
  eventType: z.enum(['ALERT', 'ACCEPT', 'RESOLVE', 'COMMENT']),
  summary: z.string().check(z.minLength(1)),
  alertKey: z.optional(z.string()),
  details: z.optional(z.string()),
  priority: z.optional(z.enum(['HIGH', 'LOW'])),
  links: z.optional(z.array(z.object({ href: z.url(), text: z.optional(z.string()) }))),
  customDetails: z.optional(z.record(z.string(), z.unknown())),
});

/** An alert source of ilert, played on this machine. */
export interface FakeIlert extends HttpFake {
  /** Every alert there has been, the oldest first. */
  alerts(): readonly EventAlert[];
}

/**
 * Starts a fake of the events API: alert keys trimmed and compared without case (https://api.ilert.com/api-docs/), 50 events a minute for
 * each integration key, then 429 (https://docs.ilert.com/rest-api/alertsource-throttle).
 */
export async function startFakeIlert(listen: Listen & { readonly key: string }): Promise<FakeIlert> {
  const book = alertBook();
  const limited = callLimit(50, MINUTE);

  function answer({ method, path, body, at }: FakeRequest): FakeAnswer {
    if (method !== 'POST' || path !== '/api/events') return { status: 404 };
    const { success, data } = event.safeParse(parsed(body));
    if (!success) return { status: 400, body: { status: 400, message: 'The event is not valid', code: 'BAD_REQUEST' } };
    if (limited(data.integrationKey, at)) return { status: 429, body: { message: 'Too many requests' } };
    if (data.integrationKey !== listen.key) return { status: 404, body: { message: 'There is no such alert source' } };
    const key = (data.alertKey ?? crypto.randomUUID()).trim().toLowerCase();
    if (data.eventType === 'ALERT' || data.eventType === 'RESOLVE')
      book.take(key, data.summary, data.eventType === 'ALERT');
    else if (data.eventType === 'ACCEPT') book.acknowledge(key);
    return { status: 202 };
  }

  return { ...(await startHttpFake(listen, answer)), alerts: book.alerts };
}
