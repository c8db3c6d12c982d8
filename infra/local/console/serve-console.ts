import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import openApi from '../../../docs/openapi.json' with { type: 'json' };
import { parseTicketKey, ticketKeyText } from '../../../shared/ticket/ticket-key.ts';
import { boardView } from './board-view.ts';
import { type Bundle, bundlePage } from './bundle.ts';
import { type Feed, startFeed } from './feed.ts';
import { FRAME_HEADERS, MAIL_HEADERS, PAGE_HEADERS } from './headers.ts';
import { mailPage } from './mail-page.ts';
import { photographer } from './snapshot-of.ts';
import type { ConsoleSource } from './source.ts';
import { ticketDetail } from './ticket-detail.ts';
import { callWidget } from './widget-call.ts';
import { WIDGET_FRAME } from './widget-frame.ts';

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
  if (!isOurs(request.headers.host)) return plain(response, 421, 'the console answers to its own name only');
  if (request.method === 'POST' && request.url === '/widget') return widget(request, response, parts.source);
  if (request.method !== 'GET') return plain(response, 405, 'the console only shows');
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const file = parts.bundle.get(pathname);
  if (file !== undefined) return reply(response, file.type, file.text);
  if (pathname === '/feed') return parts.feed.listen(response);
  if (pathname === '/openapi.json') return reply(response, 'application/json', JSON.stringify(openApi));
  if (pathname === '/board') return board(response, parts.source, searchParams.get('name') ?? '');
  if (pathname === '/widget-frame') return void response.writeHead(200, FRAME_HEADERS).end(WIDGET_FRAME);
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

async function ticket(response: ServerResponse, source: ConsoleSource, name: string): Promise<void> {
  const record = (await source.tickets()).find(({ key }) => ticketKeyText(key) === name);
  if (record === undefined) return plain(response, 404, 'there is no such ticket');
  const events = await source.events(parseTicketKey(name));
  const detail = ticketDetail(record, events, source.policies(), source.now());
  reply(response, 'application/json', JSON.stringify(detail));
}

function board(response: ServerResponse, source: ConsoleSource, name: string): void {
  const [first] = source.watch.dashboards;
  const plan = source.watch.dashboards.find(dashboard => dashboard.name === name) ?? first;
  if (plan === undefined) plain(response, 404, 'there is no dashboard');
  else reply(response, 'application/json', JSON.stringify(boardView(source, plan)));
}

/** Lets a custom widget's function draw, and do what its buttons ask: of a page of ours alone, which can send JSON. */
async function widget(request: IncomingMessage, response: ServerResponse, source: ConsoleSource): Promise<void> {
  if (request.headers['content-type'] !== 'application/json') return plain(response, 415, 'a widget is asked in JSON');
  const drawn = await callWidget(source, await text(request));
  if (drawn === undefined) return plain(response, 404, 'there is no such widget');
  reply(response, 'text/plain; charset=utf-8', drawn);
}

async function mail(response: ServerResponse, source: ConsoleSource, key: string): Promise<void> {
  const found = (await source.mails()).find(stored => stored.key === key);
  if (found === undefined) return plain(response, 404, 'there is no such mail');
  response.writeHead(200, { ...MAIL_HEADERS, 'content-type': 'text/html; charset=utf-8' }).end(mailPage(found));
}

const reply = (response: ServerResponse, type: string, body: string): void => {
  response.writeHead(200, { ...PAGE_HEADERS, 'content-type': type }).end(body);
};

function plain(response: ServerResponse, status: number, said: string): void {
  response.writeHead(status, { ...PAGE_HEADERS, 'content-type': 'text/plain; charset=utf-8' }).end(`${said}\n`);
}
