import * as z from 'zod';
import type { Access, Answer, Operation } from './operation.ts';
import { OPERATIONS } from './operations.ts';
import { refTo, type Schema, schemas } from './shapes.ts';

/** The API as an OpenAPI 3.1 document (https://spec.openapis.org/oas/v3.1.1.html), made of the shapes that requests are checked with. */
export function openApi(version: string): Schema {
  const paths = Object.entries(OPERATIONS).map(([routeKey, operation]) => {
    const [method = '', path = ''] = routeKey.split(' ');
    return { path: path.replace('+}', '}'), method: method.toLowerCase(), operation };
  });
  return {
    openapi: '3.1.1',
    info: { title: 'Timekeeper', version, description: ABOUT, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/' }],
    paths: Object.fromEntries(
      [...Map.groupBy(paths, ({ path }) => path)].map(([path, methods]) => [
        path,
        Object.fromEntries(methods.map(({ method, operation }) => [method, written(operation, path)])),
      ]),
    ),
    components: { schemas: schemas(), securitySchemes: SCHEMES },
  };
}

const ABOUT =
  'Ticket events in, and how their deadlines and notifications stand. What is wrong with a request is told as `application/problem+json` (RFC 9457). API Gateway itself answers 403 to a request that is not signed, 429 to one that is too many, and 404 to a path there is none of, each with a `message`.';

const SCHEMES = {
  signed: {
    type: 'apiKey',
    in: 'header',
    name: 'Authorization',
    description: 'AWS Signature Version 4 of the service `execute-api`.',
    'x-amazon-apigateway-authtype': 'awsSigv4',
  },
  message: {
    type: 'apiKey',
    in: 'header',
    name: 'webhook-signature',
    description: 'Standard Webhooks: HMAC-SHA256 of the message under a secret of the help desk.',
  },
};

const security = (access: Access): readonly Schema[] => (access === 'open' ? [] : [{ [access]: [] }]);

function written(
  { id, about, summary, description, access, question, headers, body, answers }: Operation,
  path: string,
): Schema {
  const parameters = [
    ...(question ? parametersOf(question, name => (path.includes(`{${name}}`) ? 'path' : 'query')) : []),
    ...(headers ? parametersOf(headers, () => 'header') : []),
  ];
  return {
    operationId: id,
    tags: [about],
    summary,
    ...(description && { description }),
    security: security(access),
    ...(parameters.length > 0 && { parameters }),
    ...(body && {
      requestBody: {
        required: true,
        content: Object.fromEntries(body.types.map(type => [type, body.shape ? { schema: refTo(body.shape) } : {}])),
      },
    }),
    responses: Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, response(answer)])),
  };
}

function parametersOf(
  question: z.ZodObject,
  placeOf: (name: string) => 'path' | 'query' | 'header',
): readonly Schema[] {
  const { properties = {}, required = [] } = z.toJSONSchema(question, { io: 'input' });
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...schema } = property as Schema;
    return { name, in: placeOf(name), ...(required.includes(name) && { required: true }), description, schema };
  });
}

const response = ({ says, body }: Answer): Schema => ({
  description: says,
  ...(body && {
    content: { [body.type]: body.shape ? { schema: refTo(body.shape) } : { schema: { type: 'string' } } },
  }),
});
