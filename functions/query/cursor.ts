import * as z from 'zod';
import type { Place } from './in-order.ts';

const shape = z.tuple([z.number(), z.string()]);

/** A place as a text for a URL, to be given back as it is. */
export const cursorOf = ({ at, key }: Place): string => Buffer.from(JSON.stringify([at, key])).toString('base64url');

/** The place that `cursorOf` wrote; undefined for any other text. */
export function placeOf(cursor: string): Place | undefined {
  try {
    const [at, key] = shape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return { at, key };
  } catch {
    return undefined;
  }
}
