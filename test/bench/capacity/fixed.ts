import { resourcesOf, type Template } from '../../../infra/local/template.ts';
import type { Fixed } from './units.ts';

/** What a synthesized stack has of all that is paid by the month; an alarm is paid by the series it looks at. */
export function fixedIn(template: Template, idleSeries: number, series: number): Fixed {
  const count = (type: string) => resourcesOf(template, type).length;
  const alarmedSeries = resourcesOf(template, 'AWS::CloudWatch::Alarm').map(({ Properties: { Metrics } }) =>
    Array.isArray(Metrics) ? Metrics.filter(({ MetricStat }) => MetricStat !== undefined).length : 1,
  );
  return {
    alarmedSeries: alarmedSeries.reduce((sum, each) => sum + each, 0),
    compositeAlarms: count('AWS::CloudWatch::CompositeAlarm'),
    dashboards: count('AWS::CloudWatch::Dashboard'),
    secrets: count('AWS::SecretsManager::Secret'),
    polledQueues: count('AWS::Lambda::EventSourceMapping'),
    schedules: count('AWS::Scheduler::Schedule'),
    idleSeries,
    series,
  };
}
