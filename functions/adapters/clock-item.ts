import type { Instant } from '../../shared/calendar/instant.ts';
import type { Clock, Gap } from '../../shared/clock/clock.ts';
import { METRICS } from '../../shared/metric/metrics.ts';
import { STATUSES } from '../../shared/ticket/status.ts';

/** A clock as it is kept: short names, instants as milliseconds since `epoch`, metrics and statuses by their place in their lists. */
export interface ClockItem {
  /** metric, started at */
  readonly m: number;
  readonly s: number;
  /** gaps, three numbers each: from, to, status */
  readonly g?: readonly number[];
  /** paused: since, status */
  readonly p?: readonly [number, number];
  /** stopped, cancelled, row, due, breached */
  readonly e?: number;
  readonly c?: number;
  readonly r?: number;
  readonly d?: number;
  readonly b?: number;
  /** superseded, two numbers each: breached, at */
  readonly x?: readonly number[];
  /** the hours of its calendar: variant or -1, zone or nothing; what a contract has in place of the target */
  readonly h?: readonly [variant: number, zone?: string];
  readonly k?: string;
  /** the edition the row is of */
  readonly u?: readonly [name: string, edition: string];
}

/** The clock as it is kept beside the others of its ticket. */
export function clockToItem(clock: Clock, epoch: Instant): ClockItem {
  const since = (at: Instant | undefined) => (at === undefined ? undefined : at - epoch);
  const { paused, under, hours } = clock;
  return present({
    m: METRICS.findIndex(({ name }) => name === clock.metric),
    s: clock.startedAt - epoch,
    g: filled(clock.gaps.flatMap(({ from, to, status }) => [from - epoch, to - epoch, STATUSES.indexOf(status)])),
    p: paused && [paused.since - epoch, STATUSES.indexOf(paused.status)],
    e: since(clock.stoppedAt),
    c: since(clock.cancelledAt),
    r: clock.row,
    h: hours && [hours.variant ?? -1, ...(hours.zone === undefined ? [] : [hours.zone])],
    k: clock.contracted,
    d: since(clock.due),
    b: since(clock.breachedAt),
    x: filled(clock.superseded.flatMap(({ breachedAt, at }) => [breachedAt - epoch, at - epoch])),
    u: under && [under.name, under.edition],
  }) as unknown as ClockItem;
}

/** The clock an item keeps. */
export function clockFromItem({ m, s, g = [], p, e, c, r, d, b, x = [], h, k, u }: ClockItem, epoch: Instant): Clock {
  const since = (at: number | undefined) => (at === undefined ? undefined : at + epoch);
  return present({
    metric: METRICS[m]!.name,
    startedAt: s + epoch,
    gaps: inGroups(g, 3).map(
      ([from, to, status]): Gap => ({ from: from! + epoch, to: to! + epoch, status: STATUSES[status!]! }),
    ),
    paused: p && { since: p[0] + epoch, status: STATUSES[p[1]]! },
    stoppedAt: since(e),
    cancelledAt: since(c),
    row: r,
    hours: h && present({ variant: h[0] === -1 ? undefined : h[0], zone: h[1] }),
    contracted: k,
    under: u && { name: u[0], edition: u[1] },
    due: since(d),
    breachedAt: since(b),
    superseded: inGroups(x, 2).map(([breachedAt, at]) => ({ breachedAt: breachedAt! + epoch, at: at! + epoch })),
  }) as unknown as Clock;
}

/** The object without what is undefined in it. */
export const present = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

/** The list, or undefined for an empty one. */
export const filled = <T>(values: readonly T[]): readonly T[] | undefined => (values.length === 0 ? undefined : values);

/** A flat list in groups of so many. */
export const inGroups = (values: readonly number[], size: number): readonly (readonly number[])[] =>
  Array.from({ length: values.length / size }, (_, index) => values.slice(index * size, (index + 1) * size));
