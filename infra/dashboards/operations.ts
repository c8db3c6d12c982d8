import {
  type AlarmBase,
  AlarmStatusWidget,
  type Dashboard,
  type IMetric,
  SingleValueWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { Settings } from '../../shared/installation/settings.ts';
import { measuredIn } from '../measured.ts';
import { board, graph } from './board.ts';
import { liveList } from './live-list.ts';

/** Actions that are at most this late keep our own promise. */
const LATENESS_OBJECTIVE = { value: 2000, label: 'objective: 2 s' };

/** What whoever is on call looks at first: whether anything is wrong, what is about to be late, who has not been reached. */
export const operations = (
  scope: Construct,
  settings: Settings,
  alarms: readonly AlarmBase[],
  widget: IFunction,
): Dashboard => {
  const { measured, measuredByDimension } = measuredIn(settings);
  return board(scope, settings, 'operations', [
    {
      about: '## Is anything wrong?',
      widgets: [new AlarmStatusWidget({ title: 'Alarms', width: 24, height: 4, alarms: [...alarms] })],
    },
    {
      about: `## Promises now: counted by the audit, each ticket once in ${settings.auditSlices} minutes`,
      widgets: [
        count('Open clocks', measured('OpenClocks', 'Sum'), settings.auditSlices),
        count('Due within the hour', measured('DueWithinTheHour', 'Sum'), settings.auditSlices),
        count('Breached and still open', measured('BreachedClocks', 'Sum'), settings.auditSlices),
        count('Missed obligations of ours, last hour', measured('MissedObligations', 'Sum'), 60),
      ],
    },
    {
      about: '## What comes next',
      widgets: [
        liveList('Next deadlines', widget, { show: 'deadlines' }),
        liveList('Not delivered yet', widget, { show: 'undelivered' }),
      ],
    },
    {
      about: '## Are we prompt?',
      widgets: [
        graph(
          'Acted late by (ms)',
          ['p50', 'p99', 'Maximum'].map(statistic => measured('Lateness', statistic).with({ label: statistic })),
          { objective: LATENESS_OBJECTIVE },
        ),
        graph('Age of pages when next tried (ms)', [measured('Undelivered', 'Maximum', 5, { channel: 'page' })]),
        graph('Deliveries by provider and outcome', [measuredByDimension('Deliveries')]),
        graph('Missed obligations', [measured('MissedObligations', 'Sum')]),
      ],
    },
    {
      about: '## Are the promises kept?',
      widgets: [
        graph('Attainment by policy and severity (%)', [measuredByDimension('Attainment', 'Average')]),
        graph('Kept', [measuredByDimension('Met')]),
        graph('Broken', [measuredByDimension('Breaches'), measuredByDimension('Missed')]),
        graph('Warned in time, taken back', [measuredByDimension('Warnings'), measuredByDimension('Corrections')]),
      ],
    },
  ]);
};

/** All that was counted in the last so many minutes, whatever periods they fall into. */
const count = (title: string, counted: IMetric, minutes: number): SingleValueWidget =>
  new SingleValueWidget({
    title,
    metrics: [counted],
    width: 6,
    height: 3,
    start: `-PT${minutes}M`,
    end: 'now',
    setPeriodToTimeRange: true,
  });
