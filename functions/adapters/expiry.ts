import { type Duration, type Instant, SECOND } from '../../shared/calendar/instant.ts';

/** When the table may forget an item, as it wants to be told: in whole seconds (DynamoDB, "Using time to live (TTL)"). */
export const expiry = (now: Instant, kept: Duration): number => Math.ceil((now + kept) / SECOND);
