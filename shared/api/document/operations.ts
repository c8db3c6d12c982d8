import { EVENT_OPERATIONS } from './event-operations.ts';
import { OPEN_OPERATIONS } from './open-operations.ts';
import type { Operation } from './operation.ts';
import { PEOPLE_OPERATIONS } from './people-operations.ts';
import { TICKET_OPERATIONS } from './ticket-operations.ts';

/** What every route of the API does, by the key API Gateway knows it by. */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  ...EVENT_OPERATIONS,
  ...TICKET_OPERATIONS,
  ...PEOPLE_OPERATIONS,
  ...OPEN_OPERATIONS,
};
