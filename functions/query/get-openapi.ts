import document from '../../docs/openapi.json' with { type: 'json' };
import { json } from '../adapters/response.ts';
import type { Route } from '../adapters/routed.ts';

/** Tells what the API is like, as `npm run openapi` wrote it. */
export const getOpenApi: Route = async () => json(200, document);
