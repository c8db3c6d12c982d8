import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2, APIGatewayProxyEventV2WithIAMAuthorizer } from 'aws-lambda';
import type { HttpRequest } from './http-api.ts';
import { ACCOUNT } from './places.ts';
import type { Fit } from './route.ts';

/**
 * A request as the function of its route gets it, in payload format 2.0: path and parameters decoded, those told twice with a comma
 * between (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html).
 */
export function proxyEvent(
  { route: { routeKey, signed }, parameters }: Fit,
  { method, headers, body }: HttpRequest,
  path: string,
  query: string,
): APIGatewayProxyEventV2 | APIGatewayProxyEventV2WithIAMAuthorizer {
  const queried = queryOf(query);
  return {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString: query,
    headers: { ...headers },
    ...(Object.keys(queried).length > 0 && { queryStringParameters: queried }),
    ...(Object.keys(parameters).length > 0 && { pathParameters: { ...parameters } }),
    requestContext: {
      accountId: ACCOUNT,
      apiId: 'local',
      ...(signed && { authorizer: { iam: SIGNER } }),
      domainName: 'localhost',
      domainPrefix: 'localhost',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: headers['user-agent'] ?? 'local' },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: new Date().toISOString(),
      timeEpoch: Date.now(),
    },
    body,
    isBase64Encoded: false,
  };
}

/** Whoever asks on this machine is taken to have signed. */
const SIGNER = {
  accessKey: 'local',
  accountId: ACCOUNT,
  callerId: 'local',
  cognitoIdentity: null,
  principalOrgId: '',
  userArn: `arn:aws:iam::${ACCOUNT}:user/local`,
  userId: 'local',
};

function queryOf(query: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query))
    found[name] = Object.hasOwn(found, name) ? `${found[name]},${value}` : value;
  return found;
}
