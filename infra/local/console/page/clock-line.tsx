/// <reference lib="dom" />
import type { ClockView } from '../snapshot.ts';
import { stopwatch, zonedTime } from './telling-time.ts';
import { clockUrgency, hasBroken, opensNext, shareUsed } from './urgency.ts';
import { useNow } from './virtual-time.ts';

/** One open clock: what it times, how much is used, what is left, and when it is due in its calendar's zone. */
export function ClockLine({ clock }: { readonly clock: ClockView }) {
  const now = useNow(250);
  const urgency = clockUrgency(clock, now);
  return (
    <span class={`clock ${urgency.replace(' ', '-')}`}>
      <span class="clock-metric">{clock.metric}</span>
      <Bar clock={clock} share={shareUsed(clock, now)} />
      <span class="clock-due">{dueText(clock, now)}</span>
      <span class="clock-left">{leftText(clock, now)}</span>
    </span>
  );
}

function Bar({ clock, share }: { readonly clock: ClockView; readonly share: number | undefined }) {
  const used = Math.min(1, share ?? 0) * 100;
  return (
    <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="bar-track" width="100" height="8" rx="1.5" />
      <rect class="bar-used" width={used} height="8" rx="1.5" />
      {clock.rungs
        .filter(rung => rung.share > 0 && rung.share < 1)
        .map(rung => (
          <rect key={rung.id} class={rung.fired ? 'rung fired' : 'rung'} x={rung.share * 100} width="0.9" height="8" />
        ))}
    </svg>
  );
}

/** What is left, or how long it is late, in words beside a stopwatch. */
export function leftText(clock: ClockView, now: number): string {
  if (clock.state === 'stopped') return hasBroken(clock, now) ? 'late' : 'met';
  if (clock.state === 'cancelled') return 'cancelled';
  const late = clock.breachedAt ?? clock.due;
  if (hasBroken(clock, now) && late !== undefined) return `+${stopwatch(now - late)}`;
  if (clock.state === 'paused')
    return clock.length === undefined ? 'paused' : `${stopwatch(clock.length - clock.elapsed)} left`;
  return clock.due === undefined ? stopwatch(now - clock.startedAt) : stopwatch(clock.due - now);
}

/** When it is due, why it stands still, or that nothing is committed. */
export function dueText(clock: ClockView, now: number): string {
  if (clock.closedAt !== undefined) return `at ${zonedTime(clock.closedAt, now, clock.zone)}`;
  if (clock.state === 'paused') return `paused, ${clock.pausedBy}`;
  const opening = opensNext(clock, now);
  if (clock.due === undefined) return hasBroken(clock, now) ? 'breached' : 'uncommitted';
  const due = `due ${zonedTime(clock.due, now, clock.zone)}`;
  if (hasBroken(clock, now)) return `was ${due}`;
  return opening === undefined ? due : `${due}, open again ${zonedTime(opening, now, clock.zone)}`;
}
