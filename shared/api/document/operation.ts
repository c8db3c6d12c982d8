import type * as z from 'zod';
import type { ShapeName } from './shapes.ts';

/** One answer that an operation can give. */
export interface Answer {
  readonly says: string;
  /** The body: its media type, and its shape where it is JSON; an answer without has none. */
  readonly body?: { readonly type: string; readonly shape?: ShapeName };
}

/** How whoever asks proves who they are: by AWS Signature Version 4, by signing the message, or by what the request holds itself. */
export type Access = 'signed' | 'message' | 'open';

/** What one route of the API does, for the document. */
export interface Operation {
  readonly id: string;
  /** The heading it stands under. */
  readonly about: 'Events' | 'Tickets' | 'Deliveries' | 'Entitlements' | 'Silences' | 'Acknowledgements' | 'API';
  readonly summary: string;
  readonly description?: string;
  readonly access: Access;
  /** What can be asked for, in the path where that has a variable of the name, in the query otherwise. */
  readonly question?: z.ZodObject;
  readonly headers?: z.ZodObject;
  readonly body?: { readonly types: readonly string[]; readonly shape?: ShapeName };
  readonly answers: Readonly<Record<number, Answer>>;
}

/** An answer in JSON. */
export const told = (says: string, shape: ShapeName): Answer => ({ says, body: { type: 'application/json', shape } });

/** The problems an operation can answer with, by their status. */
export const problems = (...statuses: readonly (keyof typeof PROBLEMS)[]): Readonly<Record<number, Answer>> =>
  Object.fromEntries(statuses.map(status => [status, problem(PROBLEMS[status])]));

/** An answer that says what is wrong. */
export const problem = (says: string, shape: 'Problem' | 'BatchTaken' | 'ProblemOrBatch' = 'Problem'): Answer => ({
  says,
  body: { type: 'application/problem+json', shape },
});

const PROBLEMS = {
  400: 'The question, or the JSON, cannot be read; the detail says why.',
  401: 'The request is not believed; it is not said why.',
  404: 'There is nothing of that name.',
  409: 'It contradicts what is on record.',
  413: 'It is too large.',
  415: 'The body is of another media type.',
  422: 'The body has faults; each is told with its place.',
  503: 'It could not be done just now. Nothing is lost, and asking again is safe.',
} as const;
