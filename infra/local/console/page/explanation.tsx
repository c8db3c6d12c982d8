import { formatDuration } from '../../../../shared/calendar/duration.ts';
import { acknowledgementText, RUNS_ON } from '../../../../shared/clock/acknowledgement.ts';
import type { ClockExplanation } from '../../../../shared/clock/explanation.ts';
import type { ClockView } from '../snapshot.ts';
import { wallTime } from './telling-time.ts';
import { virtualNow } from './virtual-time.ts';

interface ExplanationProps {
  readonly clock: ClockView;
  readonly why: ClockExplanation | undefined;
}

/** Why a clock says what it says: target, calendar, and the stretches in which it ran, was held or stood outside its hours. */
export function Explanation({ clock, why }: ExplanationProps) {
  const now = virtualNow();
  const told = clock.rungs.filter(({ fired }) => fired).map(({ id }) => id);
  return (
    <div class="why-clock">
      <p>
        {why && `target ${why.target} on ${why.calendar}, `}
        {clock.zone}; started {wallTime(clock.startedAt, now, clock.zone)}
        {told.length > 0 && `; told at ${told.join(', ')}`}
      </p>
      {why?.acknowledged && (
        <p>
          acknowledged by {acknowledgementText(why.acknowledged)}, {wallTime(why.acknowledged.at, now, clock.zone)}
          {why.acknowledged.resolvedThere && `; ${RUNS_ON}`}
        </p>
      )}
      {why?.superseded.map(({ breachedAt, at }) => (
        <p key={at}>
          a breach of {wallTime(breachedAt, now, clock.zone)} was taken back {wallTime(at, now, clock.zone)}
        </p>
      ))}
      {why !== undefined && why.segments.length > 0 && (
        <details>
          <summary>
            ran {formatDuration(why.elapsed)} in {why.segments.length}{' '}
            {why.segments.length === 1 ? 'stretch' : 'stretches'}
          </summary>
          <table class="segments">
            <tbody>
              {why.segments.map(segment => (
                <tr key={segment.from + segment.kind} class={segment.kind}>
                  <th scope="row">{segment.kind === 'paused' ? `paused: ${segment.status}` : segment.kind}</th>
                  <td>{wallTime(segment.from, now, clock.zone)}</td>
                  <td>{wallTime(segment.to, now, clock.zone)}</td>
                  <td>{formatDuration(segment.to - segment.from)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </div>
  );
}
