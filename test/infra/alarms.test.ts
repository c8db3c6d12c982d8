import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { synthesize } from '../../infra/local/synthesize.ts';
import { MEASURES } from '../../shared/measure/measures.ts';
import { all } from './template.ts';

const single = all('AWS::CloudWatch::Alarm').map(({ Properties }) => Properties);
const composite = all('AWS::CloudWatch::CompositeAlarm').map(({ Properties }) => Properties);
const alarms = [...single, ...composite];
const dashboard = JSON.stringify(all('AWS::CloudWatch::Dashboard').map(({ Properties }) => Properties.DashboardBody));

/** The metrics an alarm goes by: its own, or those of its formula. */
const metricsOf = (alarm: (typeof single)[number]): readonly (typeof single)[number][] =>
  alarm.Metrics?.flatMap(({ MetricStat }: { MetricStat?: { Metric: object } }) => MetricStat?.Metric ?? []) ?? [alarm];

describe('an alarm', () => {
  it.each(alarms)('says whom it hurts, where its runbook entry is, and when it is over: $AlarmDescription', alarm => {
    expect(alarm.AlarmDescription).toMatch(/^[A-Z].{30,}\. Runbook: docs\/runbook\.md#[a-z-]+$/);
    expect(alarm.AlarmActions).toHaveLength(1);
    expect(alarm.OKActions).toEqual(alarm.AlarmActions);
  });

  it('links the entry where people read the runbook, if that is said', async () => {
    const runbookUrl = 'https://wiki.example.org/runbook';
    const { Resources } = await synthesize({ runbookUrl });
    const links = JSON.stringify(Resources).matchAll(/Runbook: ([^#]+)#/g);
    expect([...links].map(([, link]) => link)).toEqual(alarms.map(() => runbookUrl));
  });

  it('has the runbook entry it names, and no entry speaks of an alarm that is gone', () => {
    const runbook = readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8');
    const entries = [...runbook.matchAll(/^## (.+)$/gm)].map(([, name]) => name);
    const named = alarms.map(({ AlarmDescription }) => AlarmDescription.split('#')[1]);
    expect(entries.toSorted()).toEqual(named.toSorted());
  });

  it('is let in where it is told: a topic takes what alarms of its own account say, by TLS only', () => {
    const topics = all('AWS::SNS::Topic').map(({ id }) => id);
    expect(new Set(alarms.flatMap(({ AlarmActions }) => AlarmActions.map(({ Ref }: { Ref: string }) => Ref)))).toEqual(
      new Set(topics),
    );
    for (const topic of topics) {
      const policies = all('AWS::SNS::TopicPolicy').filter(({ Properties }) => Properties.Topics[0].Ref === topic);
      expect(policies.flatMap(({ Properties }) => Properties.PolicyDocument.Statement)).toMatchObject([
        { Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
        {
          Effect: 'Allow',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Action: 'sns:Publish',
          Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
        },
      ]);
    }
  });

  it('has been tried by a story that its runbook entry names', () => {
    const runbook = readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8');
    const stories = readFileSync(new URL('../stories/alarms.test.ts', import.meta.url), 'utf8');
    const entries = runbook.split(/\n(?=\n## )/).slice(1);
    expect(entries.join('\n').match(/^## /gm)).toHaveLength(alarms.length);
    for (const entry of entries) {
      const [, named = ''] = /^\*\*Tried\*\* (.+)\.$/ms.exec(entry) ?? [];
      const titles = [...named.matchAll(/“([^”]+)”/g)].map(([, title]) => title!);
      expect(
        titles.filter(title => stories.includes(`it('${title}', async`)),
        entry,
      ).toEqual(titles);
      expect(titles, entry).not.toEqual([]);
    }
  });

  it('is raised when the sweep says nothing', () => {
    const alarm = single.find(each => metricsOf(each).some(({ MetricName }) => MetricName === 'Sweeps'));
    expect(alarm).toMatchObject({ TreatMissingData: 'breaching', ComparisonOperator: 'LessThanThreshold' });
    expect(alarm!.Metrics[0].Expression).toMatch(/^FILL\(.+, 0\)$/);
  });

  it('of all that somebody is woken for goes by a topic of its own, past our pipeline', () => {
    expect(composite).toHaveLength(1);
    const [{ AlarmRule, AlarmActions }] = composite as [(typeof composite)[number]];
    expect(JSON.stringify(AlarmRule).match(/ALARM\(/g)!.length).toBeGreaterThanOrEqual(5);
    expect(single.map(alarm => JSON.stringify(alarm.AlarmActions))).not.toContain(JSON.stringify(AlarmActions));
  });

  it('watches every queue of dead letters', () => {
    const watched = JSON.stringify(alarms.map(({ Dimensions }) => Dimensions));
    const dead = all('AWS::SQS::Queue').filter(({ id }) => id.includes('DeadLetters'));
    expect(dead).not.toEqual([]);
    for (const { id } of dead) expect(watched).toContain(id);
  });

  it('of ours goes by a measure there is, under the dimensions it has', () => {
    const ours = single.flatMap(metricsOf).filter(({ Namespace }) => Namespace === 'Timekeeper');
    for (const { MetricName, Dimensions } of ours) {
      expect(MEASURES).toHaveProperty(MetricName);
      expect(Dimensions).toContainEqual({ Name: 'service', Value: 'timekeeper-dev' });
      const cut = Dimensions.map(({ Name }: { Name: string }) => Name).toSorted();
      expect(cut).toEqual(['service', ...MEASURES[MetricName as keyof typeof MEASURES].dimensions].toSorted());
    }
    expect(ours).not.toEqual([]);
  });
});

describe('the dashboard', () => {
  it.each(Object.keys(MEASURES))('shows %s', name => {
    expect(dashboard).toContain(name);
  });
});
