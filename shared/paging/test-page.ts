import type { Instant } from '../calendar/instant.ts';
import { oneLine } from '../notification/one-line.ts';
import type { Wording } from '../notification/wording/wording.ts';
import type { PageOrder } from './paging-provider.ts';

/** Who is tried, and by whom. */
interface Trial {
  /** Names this trial and no other. */
  readonly key: string;
  readonly at: Instant;
  /** The policy's name for who is paged. */
  readonly role: string;
  readonly policy: string;
  readonly by: string;
}

const MARK = '[TEST]';
const LIMIT = 200;

/** A page that only tries whether it arrives, and says so, as urgent as the worst that can come; and its resolve. */
export function testPage({ key, at, role, policy, by }: Trial, wording: Wording) {
  const about = { key, at, source: 'timekeeper', ticket: 'TEST' };
  const message = {
    summary: `${MARK} ${wording.test(oneLine(role, LIMIT))}`,
    severity: 'critical' as const,
    policy,
    class: 'test',
    details: { recipient: oneLine(role, LIMIT), policy, by: oneLine(by, LIMIT) },
  };
  return {
    trigger: { ...about, action: 'trigger', message },
    resolve: { ...about, action: 'resolve', summary: wording.resolved(MARK, about.ticket) },
  } satisfies Record<string, PageOrder>;
}
