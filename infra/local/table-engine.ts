import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { LocalError } from './local-error.ts';
import { freePort } from './ports.ts';

/** The DynamoDB of the machine. */
export interface TableEngine {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts Dynoxide, in memory or on the file at `dataPath`; where `DYNAMODB_ENDPOINT` names another engine, that one is used and
 * left running.
 */
export async function startTableEngine(dataPath: string | undefined): Promise<TableEngine> {
  const endpoint = process.env.DYNAMODB_ENDPOINT;
  if (endpoint) return { url: endpoint, stop: async () => {} };
  const port = await freePort();
  const options = ['serve', '--port', String(port), ...(dataPath === undefined ? [] : ['--db-path', dataPath])];
  const engine = spawn('/bin/sh', ['-c', UNTIL_STDIN_ENDS, 'sh', binary(), ...options], {
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  let complaint = '';
  engine.stderr.on('data', chunk => {
    complaint += chunk;
  });
  const gone = new Promise<void>(resolve => engine.once('close', () => resolve()));
  engine.once('error', error => {
    complaint += error.message;
  });
  await untilListening(port, engine, () => complaint);
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      engine.stdin.end();
      await gone;
    },
  };
}

/** Runs a program as long as its own input is open, so that it ends with this process, however that ends. */
const UNTIL_STDIN_ENDS = 'exec 3<&0; "$@" & engine=$!; (cat <&3 >/dev/null; kill $engine) 2>/dev/null & wait $engine';

/** The engine's program for this kind of machine. */
function binary(): string {
  const name = `@dynoxide/${process.platform}-${process.arch}`;
  try {
    return createRequire(import.meta.url).resolve(`${name}/dynoxide`);
  } catch {
    throw new LocalError(
      `The embedded database ${name} is not installed; install it, or set DYNAMODB_ENDPOINT to the URL of any other DynamoDB engine.`,
    );
  }
}

async function untilListening(port: number, engine: ChildProcess, complaint: () => string): Promise<void> {
  for (let tries = 0; tries < 2000; tries += 1) {
    if (engine.exitCode !== null || engine.pid === undefined)
      throw new LocalError(
        `The embedded database did not start: ${complaint().trim() || `exit code ${engine.exitCode}`}`,
      );
    if (await listens(port)) return;
    await pause(5);
  }
  engine.stdin?.end();
  throw new LocalError('The embedded database did not start listening within ten seconds.');
}

const listens = (port: number): Promise<boolean> =>
  new Promise(resolve => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
