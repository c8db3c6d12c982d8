import { type Duration, HOUR, SECOND } from '../calendar/instant.ts';
import type { PageResponse } from './paging-provider.ts';

const LONGEST: Duration = HOUR;

/** What an answer's Retry-After asks for, in seconds or by the answer's own Date, at most an hour (RFC 9110, 10.2.3); nothing where it is not understood. */
export function retryAfterOf({ headers }: PageResponse): { readonly retryAfter?: Duration } {
  const text = headers['retry-after']?.trim();
  if (!text) return {};
  const wait = /^\d+$/.test(text) ? Number(text) * SECOND : Date.parse(text) - Date.parse(headers.date ?? '');
  return Number.isNaN(wait) ? {} : { retryAfter: Math.min(LONGEST, Math.max(0, wait)) };
}
