import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Construct } from 'constructs';
import type { Settings } from '../../shared/installation/settings.ts';
import { constructId, physicalName } from '../named.ts';

/** When somebody has to look after the service itself. */
export interface AlarmProps {
  /** The name its runbook entry has too. */
  readonly name: string;
  /** Whom it hurts, and how: one sentence a person woken by it can act on. */
  readonly impact: string;
  readonly metric: IMetric;
  /** Alarms from this value on, or below it where `below` says so. */
  readonly threshold: number;
  readonly below?: true;
  /** How many periods in a row, and of how many, it has to hold; one of one where nothing is said. */
  readonly periods?: readonly [count: number, of: number];
  /** Silence is a failure; without this, silence is peace. */
  readonly silenceAlarms?: true;
  /** Somebody has to be woken for it. */
  readonly urgent?: true;
}

/** An alarm that says whom it hurts and where its runbook entry is, and tells when it is over. */
export function alarm(scope: Construct, settings: Settings, action: SnsAction, props: AlarmProps): Alarm {
  const { name } = props;
  const [count, of] = props.periods ?? [1, 1];
  const made = new Alarm(scope, `${constructId(name)}Alarm`, {
    alarmName: physicalName(settings, name),
    alarmDescription: described(settings, props.impact, name),
    metric: props.metric,
    threshold: props.threshold,
    comparisonOperator: props.below
      ? ComparisonOperator.LESS_THAN_THRESHOLD
      : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    datapointsToAlarm: count,
    evaluationPeriods: of,
    treatMissingData: props.silenceAlarms ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
  });
  made.addAlarmAction(action);
  made.addOkAction(action);
  return made;
}

/** What stands on an alarm: whom it hurts, and where the entry of the runbook is. */
export const described = ({ runbookUrl = 'docs/runbook.md' }: Settings, impact: string, entry: string): string =>
  `${impact} Runbook: ${runbookUrl}#${entry}`;
