import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SNSClient } from '@aws-sdk/client-sns';
import type { PageResponse } from '../../../shared/paging/paging-provider.ts';
import type { PageRoute } from '../../../shared/policy/recipient.ts';
import { endpoint } from '../../adapters/clients.ts';
import type { Unanswered } from '../../adapters/http.ts';
import { type Carriers, carriersIn } from '../../adapters/pager.ts';
import { regionOf } from '../../adapters/topics.ts';
import type { Connection } from '../connection.ts';

/** The carriers of a page by a route, with the credentials of the person at the keyboard and the secrets under a prefix. */
export function carriersTo(route: PageRoute, { env, access }: Connection, prefix: string): Carriers {
  const secrets = new SecretsManagerClient({ ...access, ...endpoint(env.AWS_ENDPOINT_URL_SECRETS_MANAGER) });
  const region = route.topic === undefined ? access.region : regionOf(route.topic);
  const sns = new SNSClient({
    ...access,
    ...endpoint(env.AWS_ENDPOINT_URL_SNS),
    ...(region !== undefined && { region }),
    maxAttempts: 1,
  });
  return carriersIn({ ...env, PAGE_SECRETS: prefix }, { secrets, sns });
}

/** The carriers, telling what goes where and what is answered; of an address no more than its origin, since the rest may be the secret. */
export const telling = (carriers: Carriers, tell: (line: string) => void): Carriers => ({
  ...carriers,
  async post(request) {
    const { origin } = new URL(request.url);
    if ('body' in request) tell(`posted ${Buffer.byteLength(request.body)} bytes to ${origin}`);
    else tell(`asked ${origin} what became of it`);
    return told(await carriers.post(request), tell);
  },
  async publish(publication) {
    tell(`published "${publication.subject}" to ${publication.topic}`);
    return told(await carriers.publish(publication), tell);
  },
});

function told(answer: PageResponse | Unanswered, tell: (line: string) => void): PageResponse | Unanswered {
  tell('failed' in answer ? answer.detail : `answered ${answer.status}`);
  return answer;
}
