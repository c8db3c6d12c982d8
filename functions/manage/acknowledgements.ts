import { acknowledgement } from '../../shared/api/acknowledgement.ts';
import { acknowledgementQuestion } from '../../shared/api/acknowledgement-shapes.ts';
import { written } from '../../shared/api/written.ts';
import { shapeFindings } from '../../shared/policy/document/shape-findings.ts';
import { type Acknowledging, acknowledge } from '../acknowledgement/acknowledge.ts';
import { callerOf } from '../adapters/caller.ts';
import { faultsOf } from '../adapters/faults.ts';
import { jsonBody } from '../adapters/json-body.ts';
import { problem } from '../adapters/problem.ts';
import { json, problemResponse } from '../adapters/response.ts';
import type { Route } from '../adapters/routed.ts';

const JSON_ONLY = /^application\/json\s*(;|$)/i;

/**
 * Acknowledges the running clocks of a ticket, or one of them: nothing of theirs is repeated any more. Answers with who has acknowledged
 * them, which is whoever did so first; asked twice it is the same as once. 404 for a ticket there is none of, 409 where nothing runs.
 */
export const postAcknowledgement =
  (desk: Acknowledging): Route =>
  async request => {
    const body = jsonBody(request, JSON_ONLY, 'application/json');
    if ('status' in body) return problemResponse(body);
    const { data } = acknowledgementQuestion.safeParse(body.value);
    if (data === undefined) {
      const errors = faultsOf(shapeFindings(acknowledgementQuestion, body.value));
      return problemResponse(problem(422, 'This is not an acknowledgement', { errors }));
    }
    const now = Date.now();
    const { source, ticket, tenant = '', metric, by = callerOf(request) } = data;
    const key = { tenant, source, id: ticket };
    const said = { at: now, by, via: 'api' };
    const done = await acknowledge(desk, key, said, clock => metric === undefined || clock.metric === metric, now);
    if (done === undefined) return problemResponse(problem(404, 'There is no such ticket'));
    if (done.climbs.length === 0) return problemResponse(problem(409, 'Nothing runs that could be acknowledged'));
    const acknowledged = done.climbs.map(climb => ({
      metric: climb.metric,
      startedAt: written(climb.startedAt),
      ...acknowledgement(climb.acknowledged),
    }));
    return json(200, { ticket: key, acknowledged });
  };
