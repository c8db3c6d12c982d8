import type { Instant } from '../calendar/instant.ts';
import type { Delivery } from './delivery.ts';

/** How a page stands at its pager, as somebody there left it; it rings again when an acknowledgement ran out or it was reopened. */
export type PagerState = 'ringing' | 'acknowledged' | 'resolved';

/** What was last done with a page at its pager, when, and by whom. */
export interface InPager {
  readonly state: PagerState;
  readonly at: Instant;
  readonly by: string;
}

/** What is heard of a page. */
interface Heard extends InPager {
  /** The instant is when we heard of it, which says nothing of the order. */
  readonly untimed?: true;
}

/** At one and the same instant, or where it is not known, the later of these counts. */
const RANK: Readonly<Record<PagerState, number>> = { ringing: 0, acknowledged: 1, resolved: 2 };

/**
 * The delivery of a page after its pager said what became of it there; as it is where something later is known, so that events may
 * come twice and in any order. That stops no clock, and the delivery says so.
 */
export function heard(delivery: Delivery, { state, at, by, untimed }: Heard, now: Instant): Delivery {
  const { inPager } = delivery;
  const said = { state, at, by };
  const isNews = inPager === undefined || (untimed ? RANK[state] > RANK[inPager.state] : isAfter(said, inPager));
  if (!isNews) return delivery;
  const detail = delivery.wanted === 'resolved' ? {} : { detail: inPagerText(said) };
  return { ...delivery, inPager: said, ...detail, changedAt: now };
}

/** What became of a page at its pager, in a sentence. */
export function inPagerText({ state, by }: InPager): string {
  switch (state) {
    case 'ringing':
      return 'it rings again at the pager';
    case 'acknowledged':
      return `acknowledged at the pager by ${by}; the clock runs on`;
    case 'resolved':
      return `resolved at the pager by ${by}; the clock runs on`;
  }
}

function isAfter(a: InPager, b: InPager): boolean {
  if (a.at !== b.at) return a.at > b.at;
  return RANK[a.state] === RANK[b.state] ? a.by > b.by : RANK[a.state] > RANK[b.state];
}
