import type { Duration, Instant } from '../../../shared/calendar/instant.ts';
import type { AlarmView } from '../watch/alarm-board.ts';
import type { Content, DashboardPlan, LinePlan, Objective, Spot } from '../watch/dashboard-plan.ts';
import type { MetricQuery } from '../watch/query.ts';
import type { Watch } from '../watch/watch.ts';
import { lastWindows, roundWindows } from '../watch/windows.ts';
import type { ConsoleSource } from './source.ts';

/** A line of a graph: a value for each period from an instant on, null where there is none. */
export interface LineView {
  readonly label: string;
  readonly from: Instant;
  readonly period: Duration;
  readonly values: readonly (number | null)[];
}

/** What a widget has to draw. */
export type Drawing =
  | { readonly kind: 'text'; readonly markdown: string }
  | { readonly kind: 'alarms'; readonly title: string; readonly alarms: readonly AlarmView[] }
  | { readonly kind: 'number'; readonly title: string; readonly value: number | null }
  | GraphView
  | { readonly kind: 'custom'; readonly title: string };

/** A graph with its lines, over a stretch of time. */
export interface GraphView {
  readonly kind: 'graph';
  readonly title: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly lines: readonly LineView[];
  readonly objectives: readonly Objective[];
}

/** A dashboard as it looks at an instant, and which others there are. */
export interface BoardView {
  readonly now: Instant;
  /** Virtual milliseconds a real millisecond. */
  readonly rate: number;
  readonly names: readonly string[];
  readonly name: string;
  readonly widgets: readonly (Spot & { readonly drawing: Drawing })[];
}

/** Draws a dashboard from all that was reported so far. */
export function boardView(
  { watch, now, rate }: Pick<ConsoleSource, 'watch' | 'now' | 'rate'>,
  { name, range, widgets }: DashboardPlan,
): BoardView {
  const [at, names] = [now(), watch.dashboards.map(dashboard => dashboard.name)];
  const drawn = widgets.map(({ content, ...spot }) => ({ ...spot, drawing: drawing(watch, content, range, at) }));
  return { now: at, rate: rate(), names, name, widgets: drawn };
}

function drawing(watch: Watch, content: Content, range: Duration, now: Instant): Drawing {
  switch (content.kind) {
    case 'text':
      return content;
    case 'alarms':
      return { ...content, alarms: content.arns.flatMap(arn => watch.alarms().find(alarm => alarm.arn === arn) ?? []) };
    case 'number': {
      const { title, line, over } = content;
      const [query] = queriesOf(watch, line);
      const windows =
        over === undefined ? roundWindows(now - range, now, line.query.period) : lastWindows(now, over, 1);
      const points = query === undefined ? [] : watch.points(query, windows);
      return { kind: 'number', title, value: points.findLast(point => point !== undefined) ?? null };
    }
    case 'graph': {
      const { kind, title, objectives } = content;
      const lines = content.lines.flatMap(line => linesOf(watch, line, now - range, now));
      return { kind, title, from: now - range, to: now, lines, objectives };
    }
    case 'custom':
      return { kind: 'custom', title: content.title };
  }
}

const queriesOf = (watch: Watch, { query }: LinePlan): readonly MetricQuery[] =>
  query.kind === 'search' ? watch.found(query) : [query];

/** What a line of the plan comes to: as many lines as a search found. */
function linesOf(watch: Watch, line: LinePlan, from: Instant, to: Instant): readonly LineView[] {
  return queriesOf(watch, line).map(query => {
    const windows = roundWindows(from, to, query.period);
    return {
      label: line.label.replaceAll(DIMENSION, (_, name: string) => query.metric.dimensions[name] ?? ''),
      from: windows.from,
      period: query.period,
      values: watch.points(query, windows).map(point => point ?? null),
    };
  });
}

/** Where a label names the value of a dimension. */
const DIMENSION = /\$\{PROP\('Dim\.(\w+)'\)\}/g;
