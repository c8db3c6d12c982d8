import type { Instant } from '../../../../../shared/calendar/instant.ts';
import type { LineView } from '../../board-view.ts';

/** A line as the data of two paths. */
export interface Strokes {
  /** Joined where one period follows another, broken where some are missing. */
  readonly joined: string;
  /** The values that stand alone. */
  readonly dots: string;
}

/** The strokes of a line; `right` and `down` say where an instant and a value are. */
export function strokesOf(
  { from, period, values }: LineView,
  shown: { readonly from: Instant; readonly to: Instant },
  right: (at: Instant) => number,
  down: (value: number) => number,
): Strokes {
  const spots = values.map((value, place) => {
    const at = from + place * period;
    return value === null || at < shown.from || at > shown.to ? undefined : `${round(right(at))} ${round(down(value))}`;
  });
  let [joined, dots] = ['', ''];
  for (const [place, spot] of spots.entries()) {
    if (spot === undefined) continue;
    const [before, after] = [spots[place - 1], spots[place + 1]];
    if (before !== undefined) joined += `L${spot}`;
    else if (after !== undefined) joined += `M${spot}`;
    else dots += `M${spot}h0`;
  }
  return { joined, dots };
}

const round = (length: number): number => Math.round(length * 100) / 100;
