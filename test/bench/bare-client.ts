import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** What every function that keeps something must at least load. */
export const client = new DynamoDBClient({ region: 'eu-west-1' });
