import type { Attributes } from '../ticket/ticket-event.ts';
import { type Condition, meets } from './condition.ts';

/** Where customers of a region turn: the numbers in order, if any, when somebody answers, and in which languages. */
export interface Contact {
  readonly when: Condition;
  readonly phone: readonly string[];
  readonly hours?: string;
  /** BCP 47 tags. */
  readonly languages?: readonly string[];
}

/** The contact for a ticket of these attributes: the first whose condition is met. */
export const contactOf = (contacts: readonly Contact[], attributes: Attributes): Contact | undefined =>
  contacts.find(({ when }) => meets(attributes, when));
