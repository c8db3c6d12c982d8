import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { luxonParts } from './luxon-parts.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * Bundles functions' sources, each with all it uses into one CommonJS file, which starts sooner than an ES module. Gives the
 * directory of each by its source, which is gone with the process.
 */
export async function bundle(entries: readonly string[]): Promise<(entry: string) => string> {
  const directory = mkdtempSync(join(tmpdir(), 'timekeeper-'));
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
  const nameOf = (entry: string) => basename(entry, '.ts');
  await build({
    entryPoints: entries.map(entry => ({ in: join(ROOT, entry), out: `${nameOf(entry)}/index` })),
    outdir: directory,
    absWorkingDir: ROOT,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    mainFields: ['module', 'main'],
    legalComments: 'none',
    logLevel: 'error',
    plugins: [luxonParts],
    alias: { '@aws-sdk/credential-provider-node': join(ROOT, 'infra/environment-credentials.ts') },
  });
  return entry => join(directory, nameOf(entry));
}
