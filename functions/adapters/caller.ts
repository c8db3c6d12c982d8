import type { APIGatewayProxyEventV2, APIGatewayProxyEventV2WithIAMAuthorizer } from 'aws-lambda';

/** Who signed a request, by the ARN of the IAM user or role session; `somebody` where a route asks nobody to sign. */
export function callerOf(request: APIGatewayProxyEventV2): string {
  const { authorizer } = request.requestContext as Partial<APIGatewayProxyEventV2WithIAMAuthorizer['requestContext']>;
  return authorizer?.iam.userArn ?? 'somebody';
}
