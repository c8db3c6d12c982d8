import type { Instant } from '../../../shared/calendar/instant.ts';
import type { Reading } from '../output.ts';
import type { Place, Template } from '../template.ts';
import { type AlarmView, alarmBoard } from './alarm-board.ts';
import { alarmPlans } from './alarm-plan.ts';
import { type DashboardPlan, dashboardPlans } from './dashboard-plan.ts';
import { metricStore, type Points } from './metric-store.ts';
import { foundBy, type MetricQuery, pointsOf, type SearchQuery, type SingleQuery } from './query.ts';
import type { Report } from './report.ts';
import type { Windows } from './windows.ts';

/** The machine's CloudWatch: what was reported to it, and the alarms and dashboards of the stack over that. */
export interface Watch {
  readonly report: Report;
  /** Takes a reading that a function wrote down. */
  heard(reading: Reading): void;
  /** Looks at all alarms, now that the minute is over that ends at an instant. */
  look(minuteEnd: Instant): void;
  /** Every alarm as it stood at the last look. */
  alarms(): readonly AlarmView[];
  readonly dashboards: readonly DashboardPlan[];
  points(query: SingleQuery, windows: Windows): Points;
  found(query: SearchQuery): readonly MetricQuery[];
}

/** The watch over a stack, at a time it is told. */
export function watchOver(template: Template, places: Readonly<Record<string, Place>>, now: () => Instant): Watch {
  const store = metricStore();
  const board = alarmBoard(alarmPlans(template, places), store);
  return {
    report: (metric, ...values) => store.put(metric, now(), values),
    heard: ({ namespace, name, dimensions, at, values }) => store.put({ namespace, name, dimensions }, at, values),
    look: board.look,
    alarms: board.views,
    dashboards: dashboardPlans(template, places),
    points: (query, windows) => pointsOf(store, query, windows),
    found: query => foundBy(store, query),
  };
}
