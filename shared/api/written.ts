import type { Instant } from '../calendar/instant.ts';

/** An instant in UTC as RFC 3339 writes it. */
export const written = (at: Instant): string => new Date(at).toISOString();

/** The same of an instant that may not be there. */
export const writtenIf = (at: Instant | undefined): string | undefined => (at === undefined ? undefined : written(at));
