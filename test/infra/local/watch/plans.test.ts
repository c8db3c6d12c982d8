import { describe, expect, it } from 'vitest';
import type { Template } from '../../../../infra/local/template.ts';
import { alarmPlans } from '../../../../infra/local/watch/alarm-plan.ts';
import { dashboardPlans } from '../../../../infra/local/watch/dashboard-plan.ts';
import { HOUR, MINUTE } from '../../../../shared/calendar/instant.ts';

const places = { It: { ref: 'it', attributes: { Arn: 'arn:it' } } };
const withOne = (type: string, properties: object): Template =>
  ({ Resources: { It: { Type: type, Properties: properties } } }) as unknown as Template;

const ALARM = {
  AlarmName: 'shop-dev-empty',
  AlarmDescription: 'Nobody buys. Runbook: docs/runbook.md#empty',
  Namespace: 'Shop',
  MetricName: 'Sales',
  Period: 300,
  Statistic: 'Sum',
  Threshold: 1,
  ComparisonOperator: 'LessThanThreshold',
  EvaluationPeriods: 2,
  TreatMissingData: 'breaching',
};

describe('the plan of an alarm', () => {
  const planOf = (more: object) => alarmPlans(withOne('AWS::CloudWatch::Alarm', { ...ALARM, ...more }), places)[0];

  it('is what its template says, and needs all of its periods where it says no more', () => {
    expect(planOf({})).toMatchObject({
      entry: 'empty',
      query: { metric: { namespace: 'Shop', name: 'Sales', dimensions: {} }, statistic: 'Sum', period: 5 * MINUTE },
      rule: { threshold: 1, datapoints: 2, periods: 2, missing: 'breaching' },
    });
  });

  it.each([{ ComparisonOperator: 'GreaterThanThreshold' }, { TreatMissingData: 'ignore' }, { Statistic: 'IQM' }])(
    'is refused with %j, which this machine does not know',
    more => {
      expect(() => planOf(more)).toThrow('not known on this machine');
    },
  );

  it('over others names those any of which raises it, and no other rule is known', () => {
    const over = (AlarmRule: string) =>
      alarmPlans(withOne('AWS::CloudWatch::CompositeAlarm', { ...ALARM, AlarmRule }), places)[0];
    expect(over('(ALARM("a") OR ALARM("b"))')).toMatchObject({ kind: 'any', of: ['a', 'b'] });
    expect(() => over('ALARM("a") AND ALARM("b")')).toThrow('not known on this machine');
  });
});

describe('the plan of a dashboard', () => {
  const planOf = (type: string, properties: object, body = {}) =>
    dashboardPlans(
      withOne('AWS::CloudWatch::Dashboard', {
        DashboardName: 'shop',
        DashboardBody: JSON.stringify({ widgets: [{ x: 0, y: 1, width: 6, height: 3, type, properties }], ...body }),
      }),
      places,
    )[0]!;

  it('has its widgets on their spots, over three hours where it says nothing', () => {
    const { range, widgets } = planOf('text', { markdown: '## Hello' });
    expect(range).toBe(3 * HOUR);
    expect(widgets).toEqual([{ x: 0, y: 1, width: 6, height: 3, content: { kind: 'text', markdown: '## Hello' } }]);
    expect(planOf('text', {}, { start: '-PT30M' }).range).toBe(30 * MINUTE);
  });

  it('reads a line with its dimensions, and takes what it does not say from what CloudWatch does', () => {
    const metrics = [['Shop', 'Sales', 'city', 'b', { stat: 'p99' }]];
    const { content } = planOf('metric', { view: 'timeSeries', title: 'Sales', metrics }).widgets[0]!;
    const query = { metric: { name: 'Sales', dimensions: { city: 'b' } }, statistic: 'p99', period: 5 * MINUTE };
    expect(content).toMatchObject({ kind: 'graph', lines: [{ label: 'Sales', query }], objectives: [] });
  });

  it.each([
    ['explorer', {}],
    ['metric', { view: 'pie', metrics: [] }],
    ['metric', { view: 'timeSeries', metrics: [[{ expression: 'RATE(m1)' }]] }],
  ])('is refused with a widget %s %j, which this machine cannot draw', (type, properties) => {
    expect(() => planOf(type, properties)).toThrow('not known on this machine');
  });
});
