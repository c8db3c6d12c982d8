import { SECOND } from '../../../shared/calendar/instant.ts';
import { type Place, resolve, resourcesOf, type Template } from '../template.ts';
import type { AlarmRule } from './alarm-rule.ts';
import { type MetricQuery, mathQuery, type SingleQuery } from './query.ts';
import { statisticNamed } from './statistic.ts';

/** What is said of every alarm. */
export interface Described {
  readonly arn: string;
  /** With the stage before it: `timekeeper-dev-refusals`. */
  readonly name: string;
  /** Whom it hurts, and where its runbook entry is. */
  readonly description: string;
  /** The name of its runbook entry: `refusals`. */
  readonly entry: string;
}

/** An alarm over numbers. */
export interface MetricAlarm extends Described {
  readonly kind: 'metric';
  readonly query: SingleQuery;
  readonly rule: AlarmRule;
}

/** An alarm that is raised while any of some others is. */
interface AnyAlarm extends Described {
  readonly kind: 'any';
  readonly of: readonly string[];
}

/** What an alarm goes by: a metric of its own, or other alarms. */
export type AlarmPlan = MetricAlarm | AnyAlarm;

/** An alarm's metric as CloudFormation has it. */
interface MetricProperties {
  readonly Namespace: string;
  readonly MetricName: string;
  readonly Dimensions?: readonly { readonly Name: string; readonly Value: string }[];
}

interface AlarmProperties extends MetricProperties {
  readonly AlarmName: string;
  readonly AlarmDescription: string;
  readonly Period: number;
  readonly Statistic?: string;
  readonly ExtendedStatistic?: string;
  readonly Metrics?: readonly MetricLine[];
  readonly Threshold: number;
  readonly ComparisonOperator: AlarmRule['comparison'];
  readonly DatapointsToAlarm?: number;
  readonly EvaluationPeriods: number;
  readonly TreatMissingData: AlarmRule['missing'];
}

interface MetricLine {
  readonly Id: string;
  readonly Expression?: string;
  readonly MetricStat?: { readonly Metric: MetricProperties; readonly Period: number; readonly Stat: string };
}

/** The alarms of a stack, those over others last; throws for what this machine does not know. */
export function alarmPlans(template: Template, places: Readonly<Record<string, Place>>): readonly AlarmPlan[] {
  const read = <Properties extends { readonly AlarmName: string; readonly AlarmDescription: string }>(type: string) =>
    resourcesOf(template, type).map(({ id, Properties: { AlarmActions: _, OKActions: __, ...rest } }) => {
      const properties = resolve(rest, places) as Properties;
      const { AlarmName: name, AlarmDescription: description } = properties;
      const entry = description.split('#').at(-1)!;
      return { properties, described: { arn: places[id]!.attributes.Arn!, name, description, entry } };
    });
  return [
    ...read<AlarmProperties>('AWS::CloudWatch::Alarm').map(
      ({ properties, described }): AlarmPlan => ({
        ...described,
        kind: 'metric',
        query: queryOf(properties),
        rule: ruleOf(properties),
      }),
    ),
    ...read<AlarmProperties & { readonly AlarmRule: string }>('AWS::CloudWatch::CompositeAlarm').map(
      ({ properties, described }): AlarmPlan => ({ ...described, kind: 'any', of: alarmsIn(properties.AlarmRule) }),
    ),
  ];
}

function queryOf(properties: AlarmProperties): SingleQuery {
  const { Metrics, Period, Statistic, ExtendedStatistic } = properties;
  if (Metrics === undefined) return metricQuery(properties, Period, (Statistic ?? ExtendedStatistic)!);
  const of = Metrics.flatMap(({ Id, MetricStat }) =>
    MetricStat ? [[Id, metricQuery(MetricStat.Metric, MetricStat.Period, MetricStat.Stat)] as const] : [],
  );
  return mathQuery(Metrics.find(({ Expression }) => Expression !== undefined)!.Expression!, Object.fromEntries(of));
}

const metricQuery = (
  { Namespace: namespace, MetricName: name, Dimensions = [] }: MetricProperties,
  seconds: number,
  statistic: string,
): MetricQuery => ({
  kind: 'metric',
  metric: { namespace, name, dimensions: Object.fromEntries(Dimensions.map(({ Name, Value }) => [Name, Value])) },
  statistic: statisticNamed(statistic),
  period: seconds * SECOND,
});

function ruleOf(properties: AlarmProperties): AlarmRule {
  const { Threshold: threshold, EvaluationPeriods: periods, DatapointsToAlarm: datapoints = periods } = properties;
  const { ComparisonOperator: comparison, TreatMissingData: missing } = properties;
  if (!COMPARISONS.includes(comparison) || !TREATMENTS.includes(missing))
    throw new Error(`an alarm asks for ${comparison} and ${missing}, which are not known on this machine`);
  return { threshold, comparison, datapoints, periods, missing };
}

const COMPARISONS: readonly AlarmRule['comparison'][] = ['LessThanThreshold', 'GreaterThanOrEqualToThreshold'];
const TREATMENTS: readonly AlarmRule['missing'][] = ['breaching', 'notBreaching'];

/** The alarms named in a rule that any of them fulfils: `(ALARM("…") OR ALARM("…"))`. */
function alarmsIn(rule: string): readonly string[] {
  if (!/^\(?ALARM\("[^"]+"\)( OR ALARM\("[^"]+"\))*\)?$/.test(rule))
    throw new Error(`an alarm has the rule ${rule}, which is not known on this machine`);
  return [...rule.matchAll(/ALARM\("([^"]+)"\)/g)].map(([, arn]) => arn!);
}
