import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { readable } from './item-form.ts';

/** Whether a write was refused because its condition did not hold. */
export const isConditionFailure = (error: unknown): error is ConditionalCheckFailedException =>
  error instanceof ConditionalCheckFailedException;

/** The item that stood in the way of a conditional write that asked to be told; undefined for any other error. */
export const oldItem = (error: unknown): Record<string, unknown> | undefined =>
  isConditionFailure(error) && error.Item ? readable(unmarshall(error.Item)) : undefined;
