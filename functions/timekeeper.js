#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Lambda's own version; the first that runs TypeScript as it stands without a flag or a warning. */
const NODE_WANTED = 24;

/** Runs the command line on this Node, or on the one that `npm ci` installs where this one is too old. */
function main() {
  if (Number.parseInt(process.versions.node, 10) >= NODE_WANTED) return import('./cli.ts');
  const cli = fileURLToPath(new URL('cli.ts', import.meta.url));
  const child = spawn(installedNode(), [cli, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.once('error', error => fail(`Node ${NODE_WANTED} could not be started: ${error.message}`));
  child.once('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (signal === 'SIGINT' ? 2 : 15);
  });
}

function installedNode() {
  try {
    return createRequire(import.meta.url).resolve('node/bin/node');
  } catch {
    return fail(`This needs Node ${NODE_WANTED}, and the one that comes with it is not installed: run npm ci`);
  }
}

function fail(message) {
  console.error(`timekeeper: ${message}`);
  process.exit(1);
}

await main();
