import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { planOf } from '../../infra/local/plan.ts';
import { synthesize } from '../../infra/local/synthesize.ts';
import { openApi } from '../../shared/api/document/openapi.ts';
import { OPERATIONS } from '../../shared/api/document/operations.ts';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const document = openApi(JSON.parse(read('../../package.json')).version);
const { routes } = planOf(await synthesize(), 'http://queues');

/** Every value of a key anywhere in a value. */
function valuesOf(key: string, value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => [...(name === key ? [each] : []), ...valuesOf(key, each)]);
}

describe('the document of the API', () => {
  it('is the one its shapes make; if not, run npm run openapi', () => {
    expect(read('../../docs/openapi.json')).toBe(`${JSON.stringify(document, null, 2)}\n`);
  });

  it('tells of every route there is and of no other', () => {
    expect(Object.keys(OPERATIONS).toSorted()).toEqual(routes.map(({ routeKey }) => routeKey).toSorted());
  });

  it.each(routes)('tells how $routeKey is let in', ({ routeKey, signed }) => {
    expect(OPERATIONS[routeKey]!.access === 'signed').toBe(signed);
  });

  it.each(Object.entries(OPERATIONS))('asks for every variable in the path of %s', (routeKey, { question }) => {
    const variables = [...routeKey.matchAll(/\{(\w+)\+?\}/g)].map(([, name]) => name!);
    expect(Object.keys(question?.shape ?? {})).toEqual(expect.arrayContaining(variables));
  });

  it('refers to nothing that is not in it, and names each operation once', () => {
    const { components } = document as { components: { schemas: object } };
    const named = new Set(valuesOf('$ref', document).map(ref => String(ref).replace('#/components/schemas/', '')));
    expect(Object.keys(components.schemas)).toEqual(expect.arrayContaining([...named]));
    const ids = valuesOf('operationId', document);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has schemas that hold what they say, such as an event', () => {
    const ajv = new Ajv2020({ strict: false, formats: { 'date-time': /T/ } });
    ajv.addSchema(document, 'api');
    const isEvents = ajv.getSchema('api#/components/schemas/TicketEvents')!;
    const event = { specversion: '1.0', id: '1', source: 'desk', subject: 'T1', time: '2026-01-05T09:00:00Z' };
    const good = { ...event, type: 'timekeeper.ticket.message', data: { author: 'agent', public: true } };
    expect([good, [good], { ...good, type: 'other' }, { ...good, data: {} }, []].map(value => isEvents(value))).toEqual(
      [true, true, false, false, false],
    );
  });
});
