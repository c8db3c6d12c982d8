import { createServer } from 'node:net';
import { LocalError } from './local-error.ts';

/** A port of this machine that is free just now. */
export const freePort = (): Promise<number> => listenOnce(0);

/** Makes sure that all these ports of this machine can be listened on, 0 meaning any; throws a `LocalError` for one that is taken. */
export async function requireFree(ports: readonly number[]): Promise<void> {
  for (const port of ports)
    await listenOnce(port).catch((error: NodeJS.ErrnoException) => {
      const why = error.code === 'EADDRINUSE' ? 'is in use' : `cannot be had (${error.code})`;
      throw new LocalError(`Port ${port} ${why}; choose another with --port.`);
    });
}

const listenOnce = (port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
