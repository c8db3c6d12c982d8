import { all } from '../../infra/template.ts';

/** How many messages a batch has at most. */
export const BATCH = 10;

const QUEUES = new Map(all('AWS::SQS::Queue').map(({ id, Metadata }) => [id, String(Metadata?.['timekeeper:name'])]));

/** How many batches of a queue the stack has worked on at a time, by the queue's name. */
export const CONCURRENCY: Readonly<Record<string, number>> = Object.fromEntries(
  all('AWS::Lambda::EventSourceMapping').map(({ Properties: { EventSourceArn, ScalingConfig } }) => [
    QUEUES.get(EventSourceArn['Fn::GetAtt'][0]),
    ScalingConfig.MaximumConcurrency,
  ]),
);
