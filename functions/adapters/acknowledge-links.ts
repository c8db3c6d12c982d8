import type { AcknowledgeLink } from '../../shared/notification/acknowledge-link.ts';
import { sealed, unsealed } from './seal.ts';
import type { Secrets } from './secrets.ts';

/** Links by which readers of mails acknowledge, which nobody else can make. */
export interface AcknowledgeLinks {
  /** The address of a link under that of the API; throws where the key cannot be had. */
  urlOf(apiUrl: string, link: AcknowledgeLink): Promise<string>;
  /** The link in a token, or undefined where the token is none of ours; throws where the key cannot be had. */
  read(token: string): Promise<AcknowledgeLink | undefined>;
}

const LONGEST = 4000;

/** Links signed with the secret of that name. */
export const acknowledgeLinks = (secrets: Secrets, keyName: string): AcknowledgeLinks => ({
  async urlOf(apiUrl, link) {
    const token = sealed(link, await secrets.value(keyName));
    return `${apiUrl}/v1/acknowledge?${new URLSearchParams({ t: token })}`;
  },
  async read(token) {
    if (token.length > LONGEST) return undefined;
    return unsealed(token, await secrets.value(keyName)) as AcknowledgeLink | undefined;
  },
});
