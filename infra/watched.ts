import type { IHttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { Queues } from './queues.ts';

/** The parts of the pipeline that AWS itself gives numbers of; alarms and dashboards look at them. */
export interface Watched {
  readonly api: IHttpStage;
  readonly schedules: IScheduleGroup;
  /** By the names we call them. */
  readonly functions: Readonly<Record<string, IFunction>>;
  readonly queues: Queues;
  readonly table: ITable;
}
