import { readTerms, termsOf } from '../../shared/policy/document/read-entitlements.ts';
import type { EntitlementStore } from '../adapters/entitlement-store.ts';
import { faultsOf } from '../adapters/faults.ts';
import { jsonBody } from '../adapters/json-body.ts';
import { problem } from '../adapters/problem.ts';
import { json, problemResponse } from '../adapters/response.ts';
import type { Route } from '../adapters/routed.ts';
import { customerAt } from './customer.ts';

const JSON_ONLY = /^application\/json\s*(;|$)/i;

/** The most that one request may put; each is a write. */
const MOST = 100;

/** Tells what a customer is entitled to, now, before and later, as documents that `putEntitlements` takes; 404 when nothing is on file. */
export const getEntitlements =
  (store: EntitlementStore): Route =>
  async request => {
    const whose = customerAt(request);
    if ('status' in whose) return problemResponse(whose);
    const found = await store.onFile(whose.tenant, whose.customer);
    if (found.length === 0) return problemResponse(problem(404, 'Nothing is on file about this customer'));
    return json(200, found.map(termsOf));
  };

/**
 * Puts what a customer is entitled to on file, one document or a list, each in place of the one that is valid from the same day; all of
 * them, or nothing where one has a fault. Answers with what was put; asked twice it is the same as once.
 */
export const putEntitlements =
  (store: EntitlementStore): Route =>
  async request => {
    const whose = customerAt(request);
    if ('status' in whose) return problemResponse(whose);
    const body = jsonBody(request, JSON_ONLY, 'application/json');
    if ('status' in body) return problemResponse(body);
    const count = Array.isArray(body.value) ? body.value.length : 1;
    if (count === 0 || count > MOST)
      return problemResponse(problem(422, `Found ${count} entitlements, expected 1 to ${MOST}`));
    const { entitlements, findings } = readTerms(body.value, whose);
    if (findings.length > 0)
      return problemResponse(problem(422, 'This is not an entitlement', { errors: faultsOf(findings) }));
    await Promise.all(entitlements.map(each => store.put(each)));
    return json(200, entitlements.map(termsOf));
  };
