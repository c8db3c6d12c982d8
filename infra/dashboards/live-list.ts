import { CustomWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';

/** A list the widget function draws anew at every refresh, from the table itself. */
export const liveList = (title: string, { functionArn }: IFunction, params: Readonly<Record<string, string>>) =>
  new CustomWidget({
    title,
    functionArn,
    params,
    width: 12,
    height: 8,
    updateOnRefresh: true,
    updateOnResize: false,
    updateOnTimeRangeChange: false,
  });
