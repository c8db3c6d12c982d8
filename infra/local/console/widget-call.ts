import * as z from 'zod';
import type { DashboardPlan } from '../watch/dashboard-plan.ts';
import type { ConsoleSource } from './source.ts';

/** What the page asks a custom widget for: its content as it is, or what a `cwdb-action` in it says. */
const press = z.object({
  board: z.string(),
  place: z.number(),
  action: z.object({ endpoint: z.string(), payload: z.record(z.string(), z.unknown()) }).optional(),
  viewer: z.object({ locale: z.string(), offset: z.string(), theme: z.enum(['light', 'dark']) }),
});

/**
 * What a custom widget's function draws when CloudWatch asks it as the page does; undefined where there is no such widget
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/add_custom_widget_dashboard_about.html).
 */
export async function callWidget(source: ConsoleSource, text: string): Promise<string | undefined> {
  const { board, place, action, viewer } = press.parse(JSON.parse(text));
  const dashboard = source.watch.dashboards.find(({ name }) => name === board);
  const content = dashboard?.widgets[place]?.content;
  if (dashboard === undefined || content?.kind !== 'custom') return undefined;
  const { endpoint, payload } = action ?? { endpoint: content.endpoint, payload: content.params };
  const widgetContext = contextOf(dashboard, place, content, viewer, source.now());
  const drawn = await source.call(endpoint, { ...payload, widgetContext });
  return typeof drawn === 'string' ? drawn : JSON.stringify(drawn);
}

function contextOf(
  { name: dashboardName, range }: DashboardPlan,
  place: number,
  { title, params }: { readonly title: string; readonly params: object },
  { locale, offset: offsetISO, theme }: z.output<typeof press>['viewer'],
  end: number,
) {
  const timeRange = { mode: 'relative', start: end - range, end, relativeStart: range };
  return {
    ...{ dashboardName, widgetId: `widget-${place}`, locale, theme, title, params, timeRange, forms: { all: {} } },
    timezone: { label: 'Local', offsetISO },
  };
}
