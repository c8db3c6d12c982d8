import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { getStoreReadonly } from 'aws-ses-v2-local/dist/store.js';

/** A mail somebody was sent. */
export type Mail = ReturnType<typeof getStoreReadonly>['emails'][number];

/** The SES of the machine: every mail stays in its inbox. */
export interface MailEngine {
  readonly url: string;
  /** All mails so far, oldest first. */
  inbox(): readonly Mail[];
  stop(): Promise<void>;
}

/** Starts aws-ses-v2-local in this process, heard on this machine only, with an empty inbox; a process has one inbox. */
export async function startMailEngine(): Promise<MailEngine> {
  const require = createRequire(import.meta.url);
  const { default: start }: typeof import('aws-ses-v2-local') = require('aws-ses-v2-local');
  const store: typeof import('aws-ses-v2-local/dist/store.js') = require('aws-ses-v2-local/dist/store.js');
  store.clearStore();
  const server = await start({ host: '127.0.0.1', port: 0 });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    inbox: () => [...store.getStoreReadonly().emails],
    stop: () =>
      new Promise(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
