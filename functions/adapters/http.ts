import { lookup } from 'node:dns/promises';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { SECOND } from '../../shared/calendar/instant.ts';
import type { PageQuestion, PageRequest, PageResponse } from '../../shared/paging/paging-provider.ts';
import { isPublicAddress } from './public-address.ts';

/** Why there is no answer: the address is not one we go to, or the request got lost, in part perhaps after it arrived. */
export type Unanswered = { readonly failed: 'forbidden' | 'lost'; readonly detail: string };

/** Posts one request, or asks a question, and follows no redirect; never throws. */
export type Post = (request: PageRequest | PageQuestion) => Promise<PageResponse | Unanswered>;

/** What besides `https` to the public internet may be reached. */
export interface Exceptions {
  /** Origins the operator vouches for, whatever they resolve to. */
  readonly trusted: readonly string[];
  /** Whether `http` to this very machine is let through: for the local machine only. */
  readonly loopback: boolean;
}

const TIME_LIMIT = 10 * SECOND;
const BODY_LIMIT = 64 * 1024;
const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost'];

/**
 * Posts over `https` to public addresses only. A name is resolved once, every address it has is checked, and the connection goes
 * to the one that was checked, so that no second answer of a name server leads elsewhere. All in 10 s.
 */
export const httpPost =
  ({ trusted, loopback }: Exceptions): Post =>
  async request => {
    const url = URL.parse(request.url);
    if (url === null) return { failed: 'forbidden', detail: 'the url is not one' };
    const open = trusted.includes(url.origin) || (loopback && LOOPBACK.includes(url.hostname));
    if (!open && url.protocol !== 'https:') return { failed: 'forbidden', detail: 'the url is not https' };
    const signal = AbortSignal.timeout(TIME_LIMIT);
    try {
      const addresses = await before(signal, addressesOf(url));
      if (!open && !addresses.every(isPublicAddress))
        return { failed: 'forbidden', detail: 'the url leads to an address that is not public' };
      return await send(url, request, addresses[0]!, signal);
    } catch (error) {
      return { failed: 'lost', detail: signal.aborted ? 'no answer within 10 s' : `no answer: ${codeOf(error)}` };
    }
  };

async function addressesOf({ hostname }: URL): Promise<readonly string[]> {
  const literal = hostname.replace(/^\[(.*)\]$/, '$1');
  if (isIP(literal)) return [literal];
  return (await lookup(literal, { all: true })).map(({ address }) => address);
}

function send(url: URL, sent: PageRequest | PageQuestion, address: string, signal: AbortSignal): Promise<PageResponse> {
  const body = 'body' in sent ? sent.body : undefined;
  const family = isIP(address);
  const pinned: LookupFunction = (_host, options, done) =>
    options.all ? done(null, [{ address, family }]) : done(null, address, family);
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const options = {
      method: body === undefined ? 'GET' : 'POST',
      headers: { ...sent.headers, ...length },
      lookup: pinned,
      agent: false as const,
      signal,
    };
    request(url, options, answer => read(answer).then(resolve, reject))
      .on('error', reject)
      .end(body);
  });
}

async function read(answer: IncomingMessage): Promise<PageResponse> {
  let body = '';
  answer.setEncoding('utf8');
  for await (const chunk of answer) {
    body += chunk;
    if (body.length > BODY_LIMIT) break;
  }
  const { 'retry-after': retryAfter, date = new Date().toUTCString() } = answer.headers;
  return { status: answer.statusCode!, headers: { 'retry-after': retryAfter, date }, body: body.slice(0, BODY_LIMIT) };
}

const before = <Value>(signal: AbortSignal, value: Promise<Value>): Promise<Value> =>
  Promise.race([
    value,
    new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true })),
  ]);

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'the connection failed';
