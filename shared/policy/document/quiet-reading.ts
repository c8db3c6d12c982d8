import type * as z from 'zod';
import type { QuietHours } from '../quiet-hours.ts';
import type { quietShape } from './quiet-shape.ts';
import { parseDays } from './week-text.ts';

/** Quiet hours as a policy has them. */
export function quietOf({ channel, hours, days, zone, anyway }: z.output<typeof quietShape>): QuietHours {
  const on = parseDays(days ?? 'every day')!;
  return {
    channel,
    week: Array.from({ length: 7 }, (_, day) => (on.includes(day) ? hours : [])),
    ...(zone === undefined ? {} : { zone }),
    anyway: anyway ?? [],
  };
}
