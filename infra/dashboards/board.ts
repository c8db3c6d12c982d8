import { Stack } from 'aws-cdk-lib';
import { Dashboard, GraphWidget, type IMetric, type IWidget, TextWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { Settings } from '../../shared/installation/settings.ts';
import { constructId, physicalName } from '../named.ts';

/** A row of widgets of equal width, under what it tells. */
export interface Row {
  readonly about: string;
  readonly widgets: readonly IWidget[];
}

const FULL_WIDTH = 24;

/**
 * A dashboard of its rows, the most important first. It is called by its region too: an account has dashboards for all regions in common
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutDashboard.html).
 */
export function board(scope: Construct, settings: Settings, name: string, rows: readonly Row[]): Dashboard {
  const made = new Dashboard(scope, `${constructId(name)}Dashboard`, {
    dashboardName: physicalName(settings, `${name}-${Stack.of(scope).region}`),
    widgets: rows.flatMap(({ about, widgets }) => [[heading(about)], [...widgets]]),
  });
  return made;
}

const heading = (markdown: string): TextWidget => new TextWidget({ markdown, width: FULL_WIDTH, height: 1 });

/** What a graph can say beside its lines: the value that is aimed at, and how many stand side by side. */
interface GraphProps {
  readonly objective?: { readonly value: number; readonly label: string };
  readonly inRow?: number;
}

/** Lines over time, from zero; four side by side where nothing is said. */
export const graph = (title: string, left: readonly IMetric[], { objective, inRow = 4 }: GraphProps = {}) =>
  new GraphWidget({
    title,
    left: [...left],
    width: FULL_WIDTH / inRow,
    height: 6,
    leftYAxis: { min: 0, showUnits: false },
    ...(objective === undefined ? {} : { leftAnnotations: [objective] }),
  });
