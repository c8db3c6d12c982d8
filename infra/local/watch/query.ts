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

/** Every metric of a name that has certain dimensions, and of these the values that are said. */
export interface SearchQuery {
  readonly kind: 'search';
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: readonly string[];
  readonly where: Readonly<Record<string, string>>;
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

const SEARCH = /^SEARCH\('\{([^,}]+),([^}]+)\} MetricName="(\w+)"((?: \w+="[^"]+")*)', '(\w+)', (\d+)\)$/;

/**
 * The search that an expression says, each term with its designator and in quotes, so that it has to be met exactly; undefined where it is no
 * such search (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/search-expression-syntax.html).
 */
export function searchQuery(expression: string): SearchQuery | undefined {
  const [, namespace, dimensions, name, terms, statistic, period] = SEARCH.exec(expression) ?? [];
  if (namespace === undefined) return undefined;
  return {
    kind: 'search',
    namespace,
    name: name!,
    dimensions: dimensions!.split(','),
    where: Object.fromEntries([...terms!.matchAll(/(\w+)="([^"]+)"/g)].map(([, key, value]) => [key, value])),
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
export const foundBy = (
  store: MetricStore,
  { dimensions, where, statistic, period, ...wanted }: SearchQuery,
): MetricQuery[] =>
  store
    .find(wanted, dimensions)
    .filter(metric => Object.entries(where).every(([key, value]) => metric.dimensions[key] === value))
    .map(metric => ({ kind: 'metric', metric, statistic, period }));
