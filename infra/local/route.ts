/** A route of the HTTP API, and where it leads. */
export interface Route {
  /** A method, or `ANY`, and a path that may have variables: `PUT /v1/entitlements/{customer+}`; or `$default`. */
  readonly routeKey: string;
  readonly functionArn: string;
  /** Whether only requests signed with IAM are let through. */
  readonly signed: boolean;
}

/** A route that fits a request, and what its variables stand for there. */
export interface Fit {
  readonly route: Route;
  readonly parameters: Readonly<Record<string, string>>;
}

/**
 * The route API Gateway takes for a method and a path, decoded: a name before a variable before a greedy variable, `$default` last
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html); undefined when none fits.
 */
export function routeFor(routes: readonly Route[], method: string, path: string): Fit | undefined {
  const fits = routes.flatMap(route => {
    const parameters = parametersOf(route, method, path);
    return parameters === undefined ? [] : [{ route, parameters }];
  });
  return fits.toSorted((a, b) => (rank(a.route) < rank(b.route) ? -1 : 1))[0];
}

function parametersOf({ routeKey }: Route, method: string, path: string): Record<string, string> | undefined {
  if (routeKey === '$default') return {};
  const [wanted, pattern] = stepsOf(routeKey);
  if (wanted !== 'ANY' && wanted !== method) return undefined;
  const rest = path.split('/');
  const parameters: Record<string, string> = {};
  for (const step of pattern) {
    const [, name, greedy] = VARIABLE.exec(step) ?? [];
    const found = greedy ? rest.splice(0).join('/') : rest.shift();
    if (name === undefined ? found !== step : !found) return undefined;
    if (name !== undefined) parameters[name] = found!;
  }
  return rest.length === 0 ? parameters : undefined;
}

const VARIABLE = /^\{(.+?)(\+?)\}$/;

function stepsOf(routeKey: string): readonly [method: string, path: readonly string[]] {
  const [method = '', path = ''] = routeKey.split(' ');
  return [method, path.split('/')];
}

/** Sorts the routes that fit one request, the one that says most about it first. */
function rank({ routeKey }: Route): string {
  if (routeKey === '$default') return '3';
  const [method, path] = stepsOf(routeKey);
  const kinds = path.map(step => (VARIABLE.test(step) ? (step.endsWith('+}') ? '2' : '1') : '0'));
  return [...kinds, method === 'ANY' ? '1' : '0'].join('');
}
