import { acknowledgement } from '../../shared/api/acknowledgement.ts';
import type { AtRiskDocument } from '../../shared/api/at-risk-shape.ts';
import { atRiskQuestion } from '../../shared/api/question-shapes.ts';
import { written } from '../../shared/api/written.ts';
import { standJson } from '../../shared/clock/stand-json.ts';
import { parametersOf } from '../adapters/parameters.ts';
import { json, problemResponse } from '../adapters/response.ts';
import type { Route } from '../adapters/routed.ts';
import { type AtRisk, atRisk, type Lookout } from './at-risk.ts';
import { cursorOf, placeOf } from './cursor.ts';
import { WRONG_CURSOR } from './wrong-cursor.ts';

/** Tells the next deadlines and all that is late, the most late first, a part at a time. */
export const getAtRisk =
  (lookout: Lookout): Route =>
  async request => {
    const asked = parametersOf(atRiskQuestion, request);
    if ('status' in asked) return problemResponse(asked);
    const { within, limit, cursor } = asked.value;
    const after = cursor === undefined ? undefined : placeOf(cursor);
    if (cursor !== undefined && after === undefined) return WRONG_CURSOR;
    const now = Date.now();
    const { clocks, next } = await atRisk(lookout, { within, most: limit, after }, now);
    return json(200, { at: written(now), clocks: clocks.map(documentOf), next: next && cursorOf(next) });
  };

function documentOf({ ticket, severity, dueAt, acknowledged, ...stand }: AtRisk): AtRiskDocument['clocks'][number] {
  return {
    ticket: { ...ticket },
    severity,
    deadline: written(dueAt),
    ...standJson(stand),
    acknowledged: acknowledged && acknowledgement(acknowledged),
  };
}
