import { isoDuration } from '../calendar/duration.ts';
import type { Instant } from '../calendar/instant.ts';
import { writeInstant } from '../calendar/written.ts';
import type { TicketKey } from '../ticket/ticket-key.ts';
import type { ClockExplanation, Explanation } from './explanation.ts';

/** An explanation as JSON: times as RFC 3339 in each clock's own zone, lengths as ISO 8601 and in milliseconds. */
export const explanationJson = (ticket: TicketKey, explanation: Explanation, now: Instant, reader: string): object => ({
  ticket,
  at: writeInstant(now, reader),
  ...explanation,
  ...(explanation.contract && {
    contract: { ...explanation.contract, from: writeInstant(explanation.contract.from, reader) },
  }),
  clocks: explanation.clocks.map(clockJson),
});

function clockJson(clock: ClockExplanation): object {
  const { startedAt, opensAt, due, breachedAt, superseded, elapsed, remaining, segments, ...facts } = clock;
  const write = (at: Instant) => writeInstant(at, clock.zone);
  return {
    ...facts,
    startedAt: write(startedAt),
    ...(opensAt === undefined ? {} : { opensAt: write(opensAt) }),
    ...(due === undefined ? {} : { due: write(due) }),
    ...(breachedAt === undefined ? {} : { breachedAt: write(breachedAt) }),
    superseded: superseded.map(each => ({ breachedAt: write(each.breachedAt), at: write(each.at) })),
    elapsed: isoDuration(elapsed),
    elapsedMilliseconds: elapsed,
    ...(remaining === undefined ? {} : { remaining: isoDuration(remaining), remainingMilliseconds: remaining }),
    segments: segments.map(({ from, to, ...kind }) => ({
      ...kind,
      from: write(from),
      to: write(to),
      length: isoDuration(to - from),
      milliseconds: to - from,
    })),
  };
}
