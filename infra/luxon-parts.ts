import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import type { Plugin } from 'esbuild';

const SOURCES = resolve(dirname(createRequire(import.meta.url).resolve('luxon/package.json')), 'src');

/**
 * Bundles of Luxon only what is used of it. Its package says that its modules do nothing when they are loaded ("sideEffects": false), but its
 * build is one file; so its sources are taken, for which the same is said again since they have a package file of their own.
 */
export const luxonParts: Plugin = {
  name: 'luxon-parts',
  setup(build) {
    const part = (path: string) => ({ path, sideEffects: false });
    build.onResolve({ filter: /^luxon$/ }, () => part(resolve(SOURCES, 'luxon.js')));
    build.onResolve({ filter: /^\.\.?\// }, ({ importer, resolveDir, path }) =>
      importer.startsWith(SOURCES) ? part(resolve(resolveDir, path)) : undefined,
    );
  },
};
