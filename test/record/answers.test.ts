import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { ANSWERS, type Answered } from '../../infra/local/answer-record.ts';
import { kept, notRun } from './whole-run.ts';

interface Content {
  readonly [type: string]: unknown;
}
interface Documented {
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const document = JSON.parse(read('../../docs/openapi.json')) as {
  paths: Readonly<Record<string, Readonly<Record<string, Documented>>>>;
};

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, formats: { 'date-time': TIME } });
ajv.addVocabulary(['openapi', 'info', 'servers', 'paths', 'components']);
ajv.addSchema(document, 'api');

const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, documented]) => ({
    route: `${method.toUpperCase()} ${path}`,
    path,
    method,
    documented,
  })),
);

const answered: ReadonlyMap<string, readonly Answered[]> = Map.groupBy(
  kept(ANSWERS)
    .flatMap(file => readFileSync(file, 'utf8').trimEnd().split('\n'))
    .map(line => JSON.parse(line) as Answered),
  ({ routeKey }) => routeKey.replace('+}', '}'),
);

/** Why an answer is not one that the document tells of; undefined where it is. */
function faultOf(
  { status, type, text }: Answered,
  { path, method, documented }: (typeof routes)[number],
): string | undefined {
  const response = documented.responses[status];
  if (response === undefined) return `the status ${status} is not documented`;
  if (response.content === undefined) return text === '' ? undefined : `a body is not documented: ${text}`;
  const [media] = (type ?? '').split(';');
  if (!(media! in response.content)) return `the type ${type} of ${status} is not documented`;
  if (!media!.endsWith('json')) return undefined;
  const place = ['paths', path, method, 'responses', status, 'content', media, 'schema'].map(step =>
    encodeURIComponent(String(step).replaceAll('~', '~0').replaceAll('/', '~1')),
  );
  const validate = ajv.getSchema(`api#/${place.join('/')}`)!;
  return validate(JSON.parse(text))
    ? undefined
    : `${ajv.errorsText(validate.errors)} in ${status}: ${text.slice(0, 2000)}`;
}

describe('what the API answered in any test', () => {
  it.each(routes)('is what its document says: $route', route => {
    const faults = new Set((answered.get(route.route) ?? []).flatMap(each => faultOf(each, route) ?? []));
    expect([...faults]).toEqual([]);
  });

  it('came from no route that is not in its document', () => {
    const known = new Set(routes.map(({ route }) => route));
    expect([...answered.keys()].filter(route => !known.has(route))).toEqual([]);
  });

  it.skipIf(notRun().length > 0).each(routes)(
    'was every answer that its document tells of: $route',
    ({ route, documented }) => {
      const seen = new Set((answered.get(route) ?? []).map(({ status }) => String(status)));
      expect(Object.keys(documented.responses).filter(status => !seen.has(status))).toEqual([]);
    },
  );
});
