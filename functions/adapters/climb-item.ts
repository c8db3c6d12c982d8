import type { Instant } from '../../shared/calendar/instant.ts';
import type { Climb } from '../../shared/escalation/climb.ts';
import { METRICS } from '../../shared/metric/metrics.ts';
import { filled, inGroups, present } from './clock-item.ts';

/** A climb as it is kept: as a clock is, with rungs by their ids. */
export interface ClimbItem {
  /** metric, started at, round */
  readonly m: number;
  readonly s: number;
  readonly n?: number;
  /** fired: rung, times, at */
  readonly f?: readonly (readonly [rung: string, times: number, at: number])[];
  /** the breach told: told at, breached at */
  readonly b?: readonly [number, number];
  /** corrections, two numbers each: told at, breached at */
  readonly k?: readonly number[];
  /** round of the pages, calm */
  readonly p?: number;
  readonly c?: 1;
  /** owed anew at, null where never; absent where an earlier release wrote it, which owed nothing anew */
  readonly r?: number | null;
  /** acknowledged: at, by, via, by which page, resolved there */
  readonly a?: readonly [at: number, by: string, via: string, page?: string, resolvedThere?: 1];
}

/** The climb as it is kept beside the others of its ticket. */
export function climbToItem({ breach, acknowledged, anew, ...climb }: Climb, epoch: Instant): ClimbItem {
  return present({
    m: METRICS.findIndex(({ name }) => name === climb.metric),
    s: climb.startedAt - epoch,
    n: climb.round || undefined,
    f: filled(climb.fired.map(({ rung, times, at }) => [rung, times, at - epoch])),
    b: breach && [breach.toldAt - epoch, breach.breachedAt - epoch],
    k: filled(climb.corrections.flatMap(({ toldAt, breachedAt }) => [toldAt - epoch, breachedAt - epoch])),
    p: climb.paging,
    c: climb.calm && 1,
    r: anew === undefined ? null : anew - epoch,
    a: acknowledged && [
      acknowledged.at - epoch,
      acknowledged.by,
      acknowledged.via,
      ...(acknowledged.page === undefined ? [] : [acknowledged.page]),
      ...(acknowledged.resolvedThere ? [1] : []),
    ],
  }) as unknown as ClimbItem;
}

/** The climb an item keeps; what was reopened before an earlier release saved it at `savedAt` is as good as owed anew. */
export function climbFromItem(item: ClimbItem, epoch: Instant, savedAt: Instant | undefined): Climb {
  const { m, s, n = 0, f = [], b, k = [], p, c, r, a } = item;
  return present({
    metric: METRICS[m]!.name,
    startedAt: s + epoch,
    round: n,
    fired: f.map(([rung, times, at]) => ({ rung, times, at: at + epoch })),
    breach: b && { toldAt: b[0] + epoch, breachedAt: b[1] + epoch },
    corrections: inGroups(k, 2).map(([toldAt, breachedAt]) => ({
      toldAt: toldAt! + epoch,
      breachedAt: breachedAt! + epoch,
    })),
    paging: p,
    calm: c && true,
    anew: r === undefined ? savedAt : r === null ? undefined : r + epoch,
    acknowledged: a && present({ at: a[0] + epoch, by: a[1], via: a[2], page: a[3], resolvedThere: a[4] && true }),
  }) as unknown as Climb;
}
