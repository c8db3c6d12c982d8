import * as z from 'zod';

/** An instant as RFC 3339 writes it. */
export const instantShape = z.iso.datetime({ offset: true });

/** A length of time as ISO 8601 writes it, in hours, minutes and seconds; backwards with a sign. */
export const lengthShape = z.string().regex(/^-?PT(\d+H)?(\d+M)?(\d+(\.\d{1,3})?S)?$/);
