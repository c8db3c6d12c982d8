import { silenceQuestion, silencesQuestion } from '../../shared/api/question-shapes.ts';
import { EARLIEST } from '../../shared/calendar/instant.ts';
import { readSilence, silenceDocument } from '../../shared/notification/read-silence.ts';
import { standingOf } from '../../shared/notification/silence.ts';
import { callerOf } from '../adapters/caller.ts';
import { faultsOf } from '../adapters/faults.ts';
import { jsonBody } from '../adapters/json-body.ts';
import { parametersOf } from '../adapters/parameters.ts';
import { problem } from '../adapters/problem.ts';
import { json, problemResponse } from '../adapters/response.ts';
import type { Route } from '../adapters/routed.ts';
import { newSilenceId, type SilenceStore } from '../adapters/silence-store.ts';

const JSON_ONLY = /^application\/json\s*(;|$)/i;

/** Tells the silences that are in force or to come, by the time they end; with `?all=true` those that are over too. */
export const getSilences =
  (store: SilenceStore): Route =>
  async request => {
    const asked = parametersOf(silencesQuestion, request);
    if ('status' in asked) return problemResponse(asked);
    const all = asked.value.all === 'true';
    const now = Date.now();
    const kept = await store.endingAfter(all ? EARLIEST : now);
    const told = all ? kept : kept.filter(silence => standingOf(silence, now) !== 'over');
    return json(
      200,
      told.map(silence => silenceDocument(silence, now)),
    );
  };

/** Puts a silence; answers 201 with it and its new id. Whoever signed is its author, unless it says by whom it is. */
export const postSilence =
  (store: SilenceStore): Route =>
  async request => {
    const body = jsonBody(request, JSON_ONLY, 'application/json');
    if ('status' in body) return problemResponse(body);
    const now = Date.now();
    const read = readSilence(body.value, { id: newSilenceId(), author: callerOf(request), now });
    if ('findings' in read)
      return problemResponse(problem(422, 'This is not a silence', { errors: faultsOf(read.findings) }));
    await store.put(read.silence);
    return json(201, silenceDocument(read.silence, now));
  };

/** Ends a silence before its time, by `?by=` or whoever signed; answers with it as it is then. What it held is told within 15 minutes. */
export const deleteSilence =
  (store: SilenceStore): Route =>
  async request => {
    const asked = parametersOf(silenceQuestion, request);
    if ('status' in asked) return problemResponse(asked);
    const { id, by = callerOf(request) } = asked.value;
    const now = Date.now();
    const ended = await store.end(id, { by, at: now });
    if (ended === undefined) return problemResponse(problem(404, 'No such silence is in force or to come'));
    return json(200, silenceDocument(ended, now));
  };
