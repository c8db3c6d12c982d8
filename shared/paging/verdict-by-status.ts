import type { Duration } from '../calendar/instant.ts';
import type { Outcome } from '../notification/delivery.ts';
import type { PageResponse } from './paging-provider.ts';
import { retryAfterOf } from './retry-after.ts';

/** How one service's answers are to be read. */
interface Reading {
  readonly who: string;
  /** Statuses after which asking again is of no use. */
  readonly final: readonly number[];
  /** What the service gives as its reason; empty where it gives none. */
  readonly reason?: string;
  /** How long to wait after a 429 that does not say. */
  readonly wait?: Duration;
  /** Whether a success may come with a page of HTML; else that is an answer of something on the way. */
  readonly html?: true;
}

/**
 * What an answer means by its status: 2xx is sent, unless it is not the service that speaks, a final one refused, all else is tried
 * again; a 5xx may have been taken all the same.
 */
export function verdictByStatus(response: PageResponse, { who, final, reason = '', wait, html }: Reading): Outcome {
  const { status, body } = response;
  const detail = `${who} answered ${status}${reason && `: ${reason}`}`;
  if (status >= 200 && status < 300)
    return html || !/^\s*</.test(body)
      ? { verdict: 'sent' }
      : { verdict: 'retry', detail: `${detail} with a page of HTML`, uncertain: true };
  if (final.includes(status)) return { verdict: 'refused', detail };
  return {
    verdict: 'retry',
    detail,
    ...(status >= 500 ? { uncertain: true } : {}),
    ...(status === 429 && wait !== undefined ? { retryAfter: wait } : {}),
    ...retryAfterOf(response),
  };
}
