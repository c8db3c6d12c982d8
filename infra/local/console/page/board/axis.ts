import { HOUR, type Instant, MINUTE } from '../../../../../shared/calendar/instant.ts';

const AIMED_AT = 3;

/** The values to name beside a graph, from 0 up to one that none of the given is above: round ones, three steps or so. */
export function valueTicks(values: readonly number[]): readonly number[] {
  const highest = Math.max(0, ...values) || 1;
  const raw = highest / AIMED_AT;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = power * [1, 2, 5, 10].find(factor => power * factor >= raw * 0.999)!;
  const count = Math.ceil(highest / step - 0.001);
  return Array.from({ length: count + 1 }, (_, place) => Number((place * step).toPrecision(12)));
}

const TIME_STEPS = [5 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, 24 * HOUR];

/** The instants to name below a graph: round ones, four at the most. */
export function timeTicks(from: Instant, to: Instant): readonly Instant[] {
  const step = TIME_STEPS.find(length => (to - from) / length <= 4) ?? TIME_STEPS.at(-1)!;
  const first = Math.ceil(from / step) * step;
  const count = Math.floor((to - first) / step) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, place) => first + place * step);
}

const COMPACT = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 });

/** A number as short as it can be read: `12.3K`. */
export const compact = (value: number): string => COMPACT.format(value);
