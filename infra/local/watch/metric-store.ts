import { DAY, type Instant } from '../../../shared/calendar/instant.ts';
import { type Metric, metricKey } from './metric.ts';
import { type Statistic, statisticOf } from './statistic.ts';
import type { Windows } from './windows.ts';

/** The value of each window, undefined where nothing was put into it. */
export type Points = readonly (number | undefined)[];

/** Every number that was reported, by its metric. */
export interface MetricStore {
  /** Keeps values reported at an instant, which is not before any instant of the metric so far; a day of them is kept at the least. */
  put(metric: Metric, at: Instant, values: readonly number[]): void;
  points(metric: Metric, statistic: Statistic, windows: Windows): Points;
  /** The metrics of a name with exactly these dimensions, in the order in which they were first heard of. */
  find(wanted: Pick<Metric, 'namespace' | 'name'>, dimensions: readonly string[]): readonly Metric[];
}

interface Series {
  readonly metric: Metric;
  readonly reports: { readonly at: Instant; readonly values: readonly number[] }[];
}

/** A store with nothing in it. */
export function metricStore(): MetricStore {
  const all = new Map<string, Series>();

  function seriesOf(metric: Metric): Series {
    const key = metricKey(metric);
    const series = all.get(key) ?? { metric, reports: [] };
    all.set(key, series);
    return series;
  }

  return {
    put(metric, at, values) {
      const { reports } = seriesOf(metric);
      reports.push({ at, values });
      if (reports[0]!.at < at - 2 * DAY) reports.splice(0, firstFrom(reports, at - DAY));
    },
    points(metric, statistic, { from, period, count }) {
      const reports = all.get(metricKey(metric))?.reports ?? [];
      const gathered: number[][] = Array.from({ length: count }, () => []);
      for (let place = firstFrom(reports, from); place < reports.length; place += 1) {
        const { at, values } = reports[place]!;
        gathered[Math.floor((at - from) / period)]?.push(...values);
      }
      return gathered.map(values => statisticOf(values, statistic));
    },
    find({ namespace, name }, dimensions) {
      const wanted = dimensions.toSorted().join();
      return [...all.values()]
        .map(({ metric }) => metric)
        .filter(metric => metric.namespace === namespace && metric.name === name)
        .filter(metric => Object.keys(metric.dimensions).toSorted().join() === wanted);
    },
  };
}

/** The place of the first report from an instant on. */
function firstFrom(reports: Series['reports'], from: Instant): number {
  let [low, high] = [0, reports.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reports[middle]!.at < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
