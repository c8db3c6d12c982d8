import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** The Secrets Manager of the machine. */
export interface SecretsEngine {
  readonly url: string;
  /** The value of a secret, by its name or ARN; undefined where it has none. */
  secretOf(id: string): string | undefined;
  stop(): Promise<void>;
}

/**
 * Answers `GetSecretValue` with the given values, by their own names or those policies have for them; without any, every name has a secret of 32 characters made from the name, so that
 * a policy can be tried before its keys are known.
 */
export async function startSecretsEngine(values: Readonly<Record<string, string>> | undefined): Promise<SecretsEngine> {
  const secretOf = (id: string) => (values === undefined ? madeUp(id) : (values[nameIn(id)] ?? values[inPolicies(id)]));
  const server = createServer(async (request, response) => {
    const { SecretId } = JSON.parse(await text(request)) as { SecretId: string };
    const value = secretOf(SecretId);
    const known = request.headers['x-amz-target'] === 'secretsmanager.GetSecretValue' && value !== undefined;
    response.writeHead(known ? 200 : 400, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(
      JSON.stringify(
        known
          ? { ARN: SecretId, Name: SecretId, SecretString: value, VersionId: '1' }
          : { __type: 'ResourceNotFoundException', message: "Secrets Manager can't find the specified secret." },
      ),
    );
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    secretOf,
    stop: () =>
      new Promise(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** A secret's name, whether it was asked for by that or by its ARN. */
const nameIn = (id: string): string => id.replace(/^arn:.*:secret:(.*)-.{6}$/, '$1');

/** The name by which policies know a secret of a stage. */
const inPolicies = (id: string): string => nameIn(id).replace(/^timekeeper\/\w+\/pages\//, 'timekeeper/');

const madeUp = (name: string): string => createHash('sha256').update(name).digest('hex').slice(0, 32);
