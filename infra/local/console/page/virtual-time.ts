/// <reference lib="dom" />
import { useEffect, useState } from 'preact/hooks';
import type { Instant } from '../../../../shared/calendar/instant.ts';

interface Beat {
  readonly now: Instant;
  readonly rate: number;
}

let beat: Beat = { now: 0, rate: 0 };
let heardAt = performance.now();

/** Sets the page's clock by what the server says; undefined makes it stand still until it is heard of again. */
export function setTime(heard: Beat | undefined): void {
  const guess = virtualNow();
  const { now, rate } = heard ?? { now: guess, rate: 0 };
  const ahead = guess - now;
  beat = { now: ahead > 0 && ahead < 3000 * Math.max(rate, 1) ? guess : now, rate };
  heardAt = performance.now();
}

/** The virtual time it is, to the page's best knowledge between two beats. */
export const virtualNow = (): Instant => beat.now + (performance.now() - heardAt) * beat.rate;

/** How fast virtual time goes; 0 while it stands still. */
export const rateNow = (): number => beat.rate;

const listeners = new Map<number, Set<() => void>>();

function every(milliseconds: number): Set<() => void> {
  const known = listeners.get(milliseconds);
  if (known !== undefined) return known;
  const fresh = new Set<() => void>();
  listeners.set(milliseconds, fresh);
  setInterval(() => {
    for (const listener of fresh) listener();
  }, milliseconds);
  return fresh;
}

/** The virtual time, rendered anew that often in real milliseconds. */
export function useNow(milliseconds: number): Instant {
  const [, setTick] = useState(0);
  useEffect(() => {
    const tick = () => setTick(count => count + 1);
    const all = every(milliseconds);
    all.add(tick);
    return () => {
      all.delete(tick);
    };
  }, [milliseconds]);
  return virtualNow();
}
