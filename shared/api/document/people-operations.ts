import { customerShape } from '../../policy/document/entitlement-shape.ts';
import { silenceQuestion, silencesQuestion } from '../question-shapes.ts';
import { type Operation, problems, told } from './operation.ts';

const JSON_ONLY = ['application/json'];

/** What people decide. */
export const PEOPLE_OPERATIONS = {
  'GET /v1/entitlements/{customer+}': {
    id: 'getEntitlements',
    about: 'Entitlements',
    summary: 'Tells what a customer is entitled to, now, before and later.',
    access: 'signed',
    question: customerShape,
    answers: {
      200: told('What is on file, by the day it is valid from.', 'EntitlementTermsList'),
      ...problems(400, 404, 503),
    },
  },
  'PUT /v1/entitlements/{customer+}': {
    id: 'putEntitlements',
    about: 'Entitlements',
    summary: 'Puts what a customer is entitled to on file, each in place of the one that is valid from the same day.',
    description: 'All of it is put, or nothing where one has a fault. Asked twice it is the same as once.',
    access: 'signed',
    question: customerShape,
    body: { types: JSON_ONLY, shape: 'EntitlementTermsSent' },
    answers: { 200: told('What was put.', 'EntitlementTermsList'), ...problems(400, 413, 415, 422, 503) },
  },
  'GET /v1/silences': {
    id: 'getSilences',
    about: 'Silences',
    summary: 'Tells the silences that are in force or to come, by the time they end.',
    access: 'signed',
    question: silencesQuestion,
    answers: { 200: told('The silences.', 'Silences'), ...problems(400, 503) },
  },
  'POST /v1/silences': {
    id: 'postSilence',
    about: 'Silences',
    summary: 'Silences what it matches for a time; it has to match by something.',
    access: 'signed',
    body: { types: JSON_ONLY, shape: 'NewSilence' },
    answers: { 201: told('The silence with its id.', 'Silence'), ...problems(400, 413, 415, 422, 503) },
  },
  'DELETE /v1/silences/{id}': {
    id: 'deleteSilence',
    about: 'Silences',
    summary: 'Ends a silence before its time.',
    description: 'What it held back is told within 15 minutes, if it is still true.',
    access: 'signed',
    question: silenceQuestion,
    answers: { 200: told('The silence as it is then.', 'Silence'), ...problems(400, 404, 503) },
  },
  'POST /v1/acknowledgements': {
    id: 'postAcknowledgement',
    about: 'Acknowledgements',
    summary: 'Acknowledges the clocks of a ticket that run, or one of them: nothing of theirs is repeated any more.',
    description: 'It stops no clock. Whoever did so first is told; asked twice it is the same as once.',
    access: 'signed',
    body: { types: JSON_ONLY, shape: 'NewAcknowledgement' },
    answers: { 200: told('Who has acknowledged.', 'Acknowledged'), ...problems(400, 404, 409, 413, 415, 422, 503) },
  },
} satisfies Readonly<Record<string, Operation>>;
