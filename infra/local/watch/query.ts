import { type Duration, SECOND } from '../../../shared/calendar/instant.ts';
import { type Formula, formulaOf } from './formula.ts';
import type { Metric } from './metric.ts';
import type { MetricStore, Points } from './metric-store.ts';
import { type Statistic, statisticNamed } from './statistic.ts';
import type { Windows } from './windows.ts';

/** One metric by a statistic. */
export interface MetricQuery {
  readonly kind: 'metric';
  readonly metric: Metric;
  readonly statistic: Statistic;
  readonly period: Duration;
}

/** Metrics by a formula. */
interface MathQuery {
  readonly kind: 'math';
  readonly formula: Formula;
  readonly of: Readonly<Record<string, MetricQuery>>;
  readonly period: Duration;
}

/** Every metric of a name that has certain dimensions. */
export interface SearchQuery {
  readonly kind: 'search';
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: readonly string[];
  readonly statistic: Statistic;
  readonly period: Duration;
}

/** What comes to one series. */
export type SingleQuery = MetricQuery | MathQuery;

/** The formula over metrics that an expression says; throws where it names one that is not among them. */
export function mathQuery(expression: string, of: MathQuery['of']): MathQuery {
  const formula = formulaOf(expression);
  const stranger = formula.ids.find(id => of[id] === undefined);
  if (stranger !== undefined) throw new Error(`the formula ${expression} names ${stranger}, which is no metric of it`);
  return { kind: 'math', formula, of, period: Math.max(...Object.values(of).map(({ period }) => period)) };
}

const SEARCH = /^SEARCH\('\{([^,}]+),([^}]+)\} MetricName="(\w+)"', '(\w+)', (\d+)\)$/;

/** The search that an expression says; undefined where it is no such search. */
export function searchQuery(expression: string): SearchQuery | undefined {
  const [, namespace, dimensions, name, statistic, period] = SEARCH.exec(expression) ?? [];
  if (namespace === undefined) return undefined;
  return {
    kind: 'search',
    namespace,
    name: name!,
    dimensions: dimensions!.split(','),
    statistic: statisticNamed(statistic!),
    period: Number(period) * SECOND,
  };
}

/** The points of a query; those of a formula are missing where all of its metrics are. `FILL` fills only what has a point in the range. */
export function pointsOf(store: MetricStore, query: SingleQuery, windows: Windows): Points {
  if (query.kind === 'metric') return store.points(query.metric, query.statistic, windows);
  const { formula, of } = query;
  const points = Object.fromEntries(
    formula.ids.map(id => [id, filled(pointsOf(store, of[id]!, windows), formula.fills[id])]),
  );
  return Array.from({ length: windows.count }, (_, place) =>
    formula.ids.some(id => points[id]![place] !== undefined) ? formula.value(id => points[id]![place]) : undefined,
  );
}

function filled(points: Points, value: number | undefined): Points {
  return points.every(point => point === undefined) ? points : points.map(point => point ?? value);
}

/** The series a search finds, each as a query of its own. */
export const foundBy = (store: MetricStore, { dimensions, statistic, period, ...wanted }: SearchQuery): MetricQuery[] =>
  store.find(wanted, dimensions).map(metric => ({ kind: 'metric', metric, statistic, period }));
