import { problem } from '../adapters/problem.ts';
import { problemResponse } from '../adapters/response.ts';

/** The answer to a cursor that no list has told. */
export const WRONG_CURSOR = problemResponse(
  problem(400, 'This is not how to ask here', {
    detail: 'cursor: found another text, expected what an answer before told as next',
  }),
);
