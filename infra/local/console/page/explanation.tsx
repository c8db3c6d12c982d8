import { formatDuration } from '../../../../shared/calendar/duration.ts';
import type { ClockView } from '../snapshot.ts';
import type { ExplainedClock } from '../ticket-detail.ts';
import { wallTime } from './telling-time.ts';
import { virtualNow } from './virtual-time.ts';

interface ExplanationProps {
  readonly clock: ClockView;
  readonly detail: ExplainedClock | undefined;
}

/** Why a clock says what it says: target, calendar, and the stretches in which it ran, was held or stood outside its hours. */
export function Explanation({ clock, detail }: ExplanationProps) {
  const now = virtualNow();
  const told = clock.rungs.filter(({ fired }) => fired).map(({ id }) => id);
  return (
    <div class="why-clock">
      <p>
        target {clock.target} on {detail?.calendar ?? 'its calendar'}, {clock.zone}; started{' '}
        {wallTime(clock.startedAt, now, clock.zone)}
        {told.length > 0 && `; told at ${told.join(', ')}`}
      </p>
      {detail?.superseded.map(({ breachedAt, at }) => (
        <p key={at}>
          a breach of {wallTime(breachedAt, now, clock.zone)} was taken back {wallTime(at, now, clock.zone)}
        </p>
      ))}
      {detail !== undefined && detail.segments.length > 0 && (
        <details>
          <summary>
            ran {formatDuration(detail.elapsed)} in {detail.segments.length}{' '}
            {detail.segments.length === 1 ? 'stretch' : 'stretches'}
          </summary>
          <table class="segments">
            <tbody>
              {detail.segments.map(({ kind, from, to, status }) => (
                <tr key={from + kind} class={kind}>
                  <th scope="row">{kind === 'paused' ? `paused: ${status}` : kind}</th>
                  <td>{wallTime(from, now, clock.zone)}</td>
                  <td>{wallTime(to, now, clock.zone)}</td>
                  <td>{formatDuration(to - from)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </div>
  );
}
