import { isoDuration } from '../calendar/duration.ts';
import type { Instant } from '../calendar/instant.ts';
import { writeInstant } from '../calendar/written.ts';
import type { TicketKey } from '../ticket/ticket-key.ts';
import type { ClockExplanation, Explanation } from './explanation.ts';
import { standJson } from './stand-json.ts';

/** An explanation as JSON: times as RFC 3339 in each clock's own zone, lengths as ISO 8601 and in milliseconds. */
export const explanationJson = (ticket: TicketKey, explanation: Explanation, now: Instant, reader: string) => ({
  ticket,
  at: writeInstant(now, reader),
  ...explanation,
  ...(explanation.contract && {
    contract: { ...explanation.contract, from: writeInstant(explanation.contract.from, reader) },
  }),
  clocks: explanation.clocks.map(clockJson),
});

function clockJson({
  when,
  targetBecause,
  hoursBecause,
  opensAt,
  acknowledged,
  superseded,
  segments,
  ...stand
}: ClockExplanation): object {
  const write = (at: Instant) => writeInstant(at, stand.zone);
  return {
    ...standJson(stand),
    when,
    targetBecause,
    hoursBecause,
    opensAt: opensAt === undefined ? undefined : write(opensAt),
    acknowledged: acknowledged && { ...acknowledged, page: undefined, at: write(acknowledged.at) },
    superseded: superseded.map(each => ({ breachedAt: write(each.breachedAt), at: write(each.at) })),
    segments: segments.map(({ from, to, ...kind }) => ({
      ...kind,
      from: write(from),
      to: write(to),
      length: isoDuration(to - from),
      milliseconds: to - from,
    })),
  };
}
