import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { getStoreReadonly } from 'aws-ses-v2-local/dist/store.js';
import { mailFault } from './fakes/mail-limits.ts';

/** A mail somebody was sent. */
export type Mail = ReturnType<typeof getStoreReadonly>['emails'][number];

/** The SES of the machine: every mail stays in its inbox. */
export interface MailEngine {
  readonly url: string;
  /** All mails so far, oldest first. */
  inbox(): readonly Mail[];
  stop(): Promise<void>;
}

/**
 * Starts aws-ses-v2-local in this process behind the documented limits, heard on this machine only, with an empty inbox; a process has
 * one inbox.
 */
export async function startMailEngine(): Promise<MailEngine> {
  const require = createRequire(import.meta.url);
  const { default: start }: typeof import('aws-ses-v2-local') = require('aws-ses-v2-local');
  const store: typeof import('aws-ses-v2-local/dist/store.js') = require('aws-ses-v2-local/dist/store.js');
  store.clearStore();
  const server = await start({ host: '127.0.0.1', port: 0 });
  const [take] = server.listeners('request') as [RequestListener];
  server.removeAllListeners('request').on('request', limited(take));
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

/** Answers what SES would refuse, and hands on all else with its body read. */
const limited =
  (take: RequestListener) =>
  async (request: IncomingMessage & { body?: unknown }, response: ServerResponse & { req: IncomingMessage }) => {
    const parameters = new URLSearchParams(await text(request));
    const fault = mailFault(parameters);
    request.body = Object.fromEntries(parameters);
    if (fault === undefined) take(request, response);
    else response.writeHead(400, { 'content-type': 'text/xml' }).end(refusal(fault));
  };

const refusal = (message: string): string =>
  `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>Sender</Type><Code>InvalidParameterValue</Code><Message>${message}</Message></Error><RequestId>local</RequestId></ErrorResponse>`;
