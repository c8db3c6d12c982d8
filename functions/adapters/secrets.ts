import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { MINUTE, SECOND } from '../../shared/calendar/instant.ts';
import { endpoint } from './clients.ts';
import type { Environment } from './environment.ts';

/** Secrets by name. A value goes into requests and nowhere else. */
export interface Secrets {
  /** The value, at most five minutes old; throws when it cannot be had. */
  value(name: string): Promise<string>;
  /** Forgets a value that was not believed, so that it is read anew. */
  forget(name: string): void;
}

const FRESH = 5 * MINUTE;
const TIME_LIMIT = 5 * SECOND;

/** The connection to Secrets Manager; `AWS_ENDPOINT_URL_SECRETS_MANAGER` points it to another engine. */
export const secretsClient = (env: Environment): SecretsManagerClient =>
  new SecretsManagerClient(endpoint(env.AWS_ENDPOINT_URL_SECRETS_MANAGER));

/** The secrets of AWS Secrets Manager. */
export function secretsManager(client: SecretsManagerClient): Secrets {
  const known = new Map<string, { readonly value: string; readonly readAt: number }>();
  return {
    async value(name) {
      const now = Date.now();
      const cached = known.get(name);
      if (cached && now - cached.readAt < FRESH) return cached.value;
      const found = await client.send(new GetSecretValueCommand({ SecretId: name }), {
        abortSignal: AbortSignal.timeout(TIME_LIMIT),
      });
      if (!found.SecretString) throw new Error(`secret ${name} holds no text`);
      const value = found.SecretString.trim();
      known.set(name, { value, readAt: now });
      return value;
    },
    forget: name => void known.delete(name),
  };
}

/**
 * The secrets that policies name. A policy is the same in every stage and says `timekeeper/pagerduty/acme`; a stage keeps its own under a
 * prefix: `timekeeper/prod/pages/pagerduty/acme`. Without a prefix they are where policies say.
 */
export function secretsOfPolicies(secrets: Secrets, prefix: string | undefined): Secrets {
  const kept = (name: string) => (prefix === undefined ? name : prefix + name.replace(/^timekeeper\//, ''));
  return { value: name => secrets.value(kept(name)), forget: name => secrets.forget(kept(name)) };
}
