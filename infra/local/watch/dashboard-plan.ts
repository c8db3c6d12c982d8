import { type Duration, HOUR, MINUTE, SECOND } from '../../../shared/calendar/instant.ts';
import { type Place, resolve, resourcesOf, type Template } from '../template.ts';
import { type MetricQuery, type SearchQuery, searchQuery } from './query.ts';
import { statisticNamed } from './statistic.ts';

/** One line of a graph, or several that a search finds. */
export interface LinePlan {
  /** What it is called; the metric's name where nothing is said. */
  readonly label: string;
  readonly query: MetricQuery | SearchQuery;
}

/** What a widget shows. */
export type Content =
  | { readonly kind: 'text'; readonly markdown: string }
  | { readonly kind: 'alarms'; readonly title: string; readonly arns: readonly string[] }
  | {
      readonly kind: 'number';
      readonly title: string;
      readonly line: LinePlan;
      /** How far back its one value looks; its latest period where nothing is said. */
      readonly over?: Duration;
    }
  | {
      readonly kind: 'graph';
      readonly title: string;
      readonly lines: readonly LinePlan[];
      readonly objectives: readonly Objective[];
    }
  | { readonly kind: 'custom'; readonly title: string; readonly endpoint: string; readonly params: object };

/** A value that is aimed at. */
export interface Objective {
  readonly value: number;
  readonly label: string;
}

/** Where a widget stands on the grid of 24 columns. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A dashboard as its body says (https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html). */
export interface DashboardPlan {
  readonly name: string;
  /** How far back it shows. */
  readonly range: Duration;
  readonly widgets: readonly (Spot & { readonly content: Content })[];
}

/** What CloudWatch shows where a dashboard says nothing. */
const LAST_THREE_HOURS = '-PT3H';
const UNITS = { H: HOUR, M: MINUTE } as const;
const FIVE_MINUTES = 300;

/** The dashboards of a stack; throws for what this machine cannot draw. */
export const dashboardPlans = (template: Template, places: Readonly<Record<string, Place>>): readonly DashboardPlan[] =>
  resourcesOf(template, 'AWS::CloudWatch::Dashboard').map(({ Properties }) => {
    const { start = LAST_THREE_HOURS, widgets } = JSON.parse(String(resolve(Properties.DashboardBody, places)));
    return {
      name: String(resolve(Properties.DashboardName, places)),
      range: lengthOf(start),
      // biome-ignore lint/suspicious/noExplicitAny: CloudWatch's own shapes
      widgets: widgets.map(({ x, y, width, height, type, properties }: any) => ({
        ...{ x, y, width, height },
        content: contentOf(type, properties),
      })),
    };
  });

// biome-ignore lint/suspicious/noExplicitAny: CloudWatch's own shapes
function contentOf(type: string, properties: any): Content {
  const { title, view, metrics } = properties;
  if (type === 'text') return { kind: 'text', markdown: properties.markdown };
  if (type === 'alarm') return { kind: 'alarms', title, arns: properties.alarms };
  if (type === 'custom') return { kind: 'custom', title, endpoint: properties.endpoint, params: properties.params };
  if (type !== 'metric') throw new Error(`a dashboard has a widget ${type}, which is not known on this machine`);
  switch (view) {
    case 'timeSeries':
      return { kind: 'graph', title, lines: metrics.map(lineOf), objectives: properties.annotations?.horizontal ?? [] };
    case 'singleValue':
      return {
        ...{ kind: 'number', title, line: lineOf(metrics[0]) },
        ...(properties.setPeriodToTimeRange && { over: lengthOf(properties.start) }),
      };
    default:
      throw new Error(`a dashboard has the view ${view}, which is not known on this machine`);
  }
}

/** How long ago `-PT3H` is. */
function lengthOf(start: string): Duration {
  const [, count, unit] = /^-PT(\d+)([HM])$/.exec(start) ?? [];
  if (count === undefined) throw new Error(`a dashboard begins at ${start}, which is not known on this machine`);
  return Number(count) * UNITS[unit as keyof typeof UNITS];
}

/** How a metric is drawn. */
interface LineOptions {
  readonly label?: string;
  readonly expression?: string;
  readonly stat?: string;
  readonly period?: number;
}

/** A line as a list: namespace, name, dimensions by pairs, options; or options with an expression alone. */
function lineOf(said: readonly (string | LineOptions)[]): LinePlan {
  const options = said.find(part => typeof part === 'object') ?? {};
  const [namespace, name, ...pairs] = said.filter(part => typeof part === 'string');
  const { expression, stat = 'Average', period = FIVE_MINUTES } = options;
  if (expression !== undefined) {
    const query = searchQuery(expression);
    if (query === undefined) throw new Error(`a dashboard asks for ${expression}, which is not known on this machine`);
    return { label: options.label ?? '', query };
  }
  const dimensions = Object.fromEntries(
    Array.from({ length: pairs.length / 2 }, (_, place) => [pairs[2 * place]!, pairs[2 * place + 1]!]),
  );
  const metric = { namespace: namespace!, name: name!, dimensions };
  const query = { kind: 'metric', metric, statistic: statisticNamed(stat), period: period * SECOND } as const;
  return { label: options.label ?? name!, query };
}
