import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { HttpAnswer, HttpRequest } from './http-api.ts';
import { LocalError } from './local-error.ts';

/** An HTTP API that is served. */
export interface HttpListener {
  readonly url: string;
  stop(): Promise<void>;
}

/** Serves an HTTP API on a port of this machine, heard on this machine only; port 0 takes any that is free. */
export async function listenHttp(
  port: number,
  answer: (request: HttpRequest) => Promise<HttpAnswer>,
): Promise<HttpListener> {
  const server = createServer(async (incoming, outgoing) => {
    const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
    const { method = 'GET', url: path = '/' } = incoming;
    const answered = await answer({ method, path, headers, body: await text(incoming) });
    outgoing.writeHead(answered.status, answered.headers);
    outgoing.end(answered.text);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE' ? new LocalError(`Port ${port} is in use; choose another with --port.`) : error,
      ),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
