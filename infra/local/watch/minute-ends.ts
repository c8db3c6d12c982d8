import { type Instant, MINUTE } from '../../../shared/calendar/instant.ts';
import type { Driver } from '../driver.ts';

/** Has something done in the last millisecond of every minute from now on, told where the minute ends. */
export function atMinuteEnds(driver: Pick<Driver, 'at' | 'now'>, action: (end: Instant) => void): void {
  const plan = (end: Instant): void =>
    driver.at(end - 1, () => {
      action(end);
      plan(end + MINUTE);
    });
  plan((Math.floor(driver.now() / MINUTE) + 1) * MINUTE);
}
