/**
 * What AWS asks for, in US dollars, in US East (N. Virginia), without free tiers, discounts or taxes, as known in June
 * 2026, some from what others wrote of them; each with the page to check it by. Other regions differ by up to a third.
 */
export const PRICES = {
  /** A write of 1 KB, a read of 4 KB, a month of a GB, a month of a GB with point-in-time recovery (https://aws.amazon.com/dynamodb/pricing/on-demand/). */
  writeUnit: 0.625e-6,
  readUnit: 0.125e-6,
  storedGigabyte: 0.25,
  recoverableGigabyte: 0.2,
  /** A call, and a second of a GB of memory, on Arm (https://aws.amazon.com/lambda/pricing/). */
  invocation: 0.2e-6,
  gigabyteSecond: 13.3334e-6,
  /** A request to a standard queue, and more for one that names a group (https://aws.amazon.com/sqs/pricing/, "fair queues"). */
  queueRequest: 0.4e-6,
  queueRequestWithGroup: 0.5e-6,
  /** A request to an HTTP API, first tier (https://aws.amazon.com/api-gateway/pricing/). */
  httpRequest: 1e-6,
  /** A call of a schedule (https://aws.amazon.com/eventbridge/pricing/); events of AWS services on the default bus are free. */
  scheduledCall: 1e-6,
  /** A mail (https://aws.amazon.com/ses/pricing/). */
  mail: 0.1e-3,
  /** A GB of log, taken in (https://aws.amazon.com/cloudwatch/pricing/). */
  logGigabyte: 0.5,
  /** A month of a series of numbers, of a number an alarm looks at, of a composite alarm, of a dashboard (same page). */
  series: 0.3,
  alarmedSeries: 0.1,
  compositeAlarm: 0.5,
  dashboard: 3,
  /** A month of a secret (https://aws.amazon.com/secrets-manager/pricing/). */
  secret: 0.4,
} as const;
