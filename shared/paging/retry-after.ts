import { DAY, type Duration, SECOND } from '../calendar/instant.ts';
import type { PageResponse } from './paging-provider.ts';

const LONGEST: Duration = DAY;
/** A date of HTTP begins with its weekday and has a time, in each of its three forms (RFC 9110, 5.6.7). */
const DATE = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun).* \d\d:\d\d:\d\d/;

/**
 * What an answer's Retry-After asks for, in seconds or by the answer's own Date (RFC 9110, 10.2.3), at most a day, since nothing is tried
 * for longer; nothing where it is not understood.
 */
export function retryAfterOf({ headers }: PageResponse): { readonly retryAfter?: Duration } {
  const text = headers['retry-after']?.trim();
  if (!text) return {};
  const wait = /^\d+$/.test(text) ? Number(text) * SECOND : dateOf(text) - dateOf(headers.date ?? '');
  return Number.isNaN(wait) ? {} : { retryAfter: Math.min(LONGEST, Math.max(0, wait)) };
}

const dateOf = (text: string): number => (DATE.test(text) ? Date.parse(text) : Number.NaN);
