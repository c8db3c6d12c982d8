import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The pages' files as text, by the path under which they are served. */
export type Bundle = ReadonlyMap<string, { readonly type: string; readonly text: string }>;

const file = (name: string): string => fileURLToPath(new URL(`./page/${name}`, import.meta.url));

const html = (name: string, title: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/${name}.css">
<script type="module" src="/${name}.js"></script>
</head>
<body><div id="console"></div><noscript>The console needs JavaScript.</noscript></body>
</html>
`;

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#e0a339" stroke-width="2.4"
stroke-linecap="round" stroke-linejoin="round"><circle cx="12" cy="12" r="9.2"/><path d="M12 6.6V12l3.8 2.6"/></svg>`;

/** Bundles the pages from their sources. */
export async function bundlePage(): Promise<Bundle> {
  const { outputFiles } = await build({
    entryPoints: ['console.tsx', 'console.css', 'dashboards.tsx', 'dashboards.css'].map(file),
    outdir: '/',
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'silent',
  });
  const types = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8' } as const;
  const built = outputFiles.map(({ path, text }) => {
    const name = path.replaceAll('\\', '/').split('/').at(-1)!;
    return [`/${name}`, { type: types[name.endsWith('.css') ? 'css' : 'js'], text }] as const;
  });
  const page = (name: string, title: string) => ({ type: 'text/html; charset=utf-8', text: html(name, title) });
  return new Map([
    ...built,
    ['/', page('console', 'Timekeeper')],
    ['/dashboards', page('dashboards', 'Timekeeper: dashboards')],
    ['/icon.svg', { type: 'image/svg+xml', text: ICON }],
  ]);
}
