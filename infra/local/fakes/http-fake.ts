import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request a fake was asked, and when. */
export interface FakeRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly at: number;
}

/** What a fake answers. */
export interface FakeAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A text as it is, anything else as JSON. */
  readonly body?: unknown;
}

/** What goes wrong with a request: a status instead of the answer, a connection that breaks, or one that breaks after it was taken. */
type Fault = number | FakeAnswer | 'hang up' | 'take and hang up';

/** Where a fake listens; any free port where none is said. */
export interface Listen {
  readonly host: '127.0.0.1';
  readonly port?: number;
}

/** A service somebody else runs, played on this machine. */
export interface HttpFake {
  readonly url: string;
  requests(): readonly FakeRequest[];
  /** The next requests go wrong like this, one each. */
  answerNext(...faults: readonly Fault[]): void;
  /** Every other request goes wrong like this, until something else is said; none does where nothing is. */
  answerAll(fault?: Fault): void;
  stop(): Promise<void>;
}

/** Starts a fake that answers as `answer` says. */
export async function startHttpFake(
  listen: Listen,
  answer: (request: FakeRequest) => FakeAnswer | Promise<FakeAnswer>,
): Promise<HttpFake> {
  const requests: FakeRequest[] = [];
  const faults: Fault[] = [];
  let always: Fault | undefined;
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    const { method = '', url: path = '', headers } = incoming;
    const request = { method, path, headers, body, at: Date.now() };
    requests.push(request);
    const fault = faults.shift() ?? always;
    if (fault === 'take and hang up') await answer(request);
    if (fault === 'hang up' || fault === 'take and hang up') return incoming.socket.destroy();
    const given = typeof fault === 'number' ? { status: fault } : (fault ?? (await answer(request)));
    outgoing.writeHead(given.status, { 'content-type': 'application/json', ...given.headers });
    outgoing.end(typeof given.body === 'string' ? given.body : JSON.stringify(given.body));
  });
  await new Promise<void>(resolve => server.listen(listen.port ?? 0, listen.host, resolve));
  return {
    url: `http://${listen.host}:${(server.address() as AddressInfo).port}`,
    requests: () => requests,
    answerNext: (...next) => void faults.push(...next),
    answerAll(fault) {
      always = fault;
    },
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
