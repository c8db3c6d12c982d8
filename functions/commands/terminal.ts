import type { Instant } from '../../shared/calendar/instant.ts';
import type { Environment } from '../adapters/environment.ts';

/** What a command sees of the world around it, the database apart. */
export interface Terminal {
  readonly env: Environment;
  /** The folder that relative file names start from. */
  readonly folder: string;
  /** The IANA time zone of the person at the keyboard. */
  readonly zone: string;
  /** Who that person is, for the record. */
  readonly user: string;
  now(): Instant;
  /** Standard input, line by line. */
  lines(): AsyncIterable<string>;
  /** Writes lines of the answer. */
  say(text: string): void;
  /** Writes lines about the answer: complaints and progress. */
  note(text: string): void;
}
