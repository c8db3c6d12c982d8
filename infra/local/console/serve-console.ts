import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseTicketKey, ticketKeyText } from '../../../shared/ticket/ticket-key.ts';
import { type Bundle, bundlePage } from './bundle.ts';
import { type Feed, startFeed } from './feed.ts';
import { MAIL_HEADERS, PAGE_HEADERS } from './headers.ts';
import { mailPage } from './mail-page.ts';
import { photographer } from './snapshot-of.ts';
import type { ConsoleSource } from './source.ts';
import { ticketDetail } from './ticket-detail.ts';

/** A console that is being served. */
export interface RunningConsole {
  readonly url: string;
  stop(): Promise<void>;
}

/** Serves the console of a source on this machine alone; port 0 takes any that is free. */
export async function serveConsole(
  source: ConsoleSource,
  { port }: { readonly port: number },
): Promise<RunningConsole> {
  const bundle = await bundlePage();
  const feed = startFeed(photographer(source), error => console.error('the console has nothing to show:', error));
  const server = createServer((request, response) => {
    answer(request, response, { source, bundle, feed }).catch(error => {
      console.error(error);
      if (!response.headersSent) plain(response, 500, 'something went wrong here');
      else response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async stop() {
      feed.stop();
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

interface Parts {
  readonly source: ConsoleSource;
  readonly bundle: Bundle;
  readonly feed: Feed;
}

async function answer(request: IncomingMessage, response: ServerResponse, parts: Parts): Promise<void> {
  if (request.method !== 'GET') return plain(response, 405, 'the console only shows');
  if (!isOurs(request.headers.host)) return plain(response, 421, 'the console answers to its own name only');
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const file = parts.bundle.get(pathname);
  if (file !== undefined) return reply(response, file.type, file.text);
  if (pathname === '/feed') return parts.feed.listen(response);
  if (pathname === '/ticket') return ticket(response, parts.source, searchParams.get('key') ?? '');
  if (pathname.startsWith('/mail/')) return mail(response, parts.source, decoded(pathname.slice(6)));
  plain(response, 404, 'there is no such page');
}

/** What was meant by a part of an address; as it stands where it is not encoded as it should be. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** A page elsewhere that has its name resolve to this machine is not let in (DNS rebinding). */
const isOurs = (host: string | undefined): boolean => /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host ?? '');

async function ticket(response: ServerResponse, source: ConsoleSource, text: string): Promise<void> {
  const record = (await source.tickets()).find(({ key }) => ticketKeyText(key) === text);
  if (record === undefined) return plain(response, 404, 'there is no such ticket');
  const events = await source.events(parseTicketKey(text));
  const detail = ticketDetail(record, events, source.policies(), source.now());
  reply(response, 'application/json', JSON.stringify(detail));
}

async function mail(response: ServerResponse, source: ConsoleSource, key: string): Promise<void> {
  const found = (await source.mails()).find(stored => stored.key === key);
  if (found === undefined) return plain(response, 404, 'there is no such mail');
  response.writeHead(200, { ...MAIL_HEADERS, 'content-type': 'text/html; charset=utf-8' }).end(mailPage(found));
}

const reply = (response: ServerResponse, type: string, text: string): void => {
  response.writeHead(200, { ...PAGE_HEADERS, 'content-type': type }).end(text);
};

function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { ...PAGE_HEADERS, 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}
