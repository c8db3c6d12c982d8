import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cut } from './cut.ts';

/** MJML is CommonJS, whose defaults loaders of modules do not agree on. */
const require = createRequire(import.meta.url);
const { default: mjml2html }: { default: Mjml } = require('mjml-core');
const preset: object = require('mjml-preset-core');

type Mjml = (source: string, options: object) => Promise<{ readonly html: string }>;

const SOURCE = new URL('mail.mjml', import.meta.url);

/** Where the compiled templates stand. */
export const COMPILED = new URL('../../shared/notification/template/mail-template.ts', import.meta.url);

/** The templates of mails as a TypeScript module: compiled from MJML, cut into pieces, nothing in them fetched from elsewhere. */
export async function compileMailTemplates(): Promise<string> {
  const options = { presets: [preset], fonts: {}, validationLevel: 'strict', minify: false, beautify: false };
  const { html } = await mjml2html(readFileSync(SOURCE, 'utf8'), options);
  const pieces = [...cut(withoutIndents(html), 'mail')].map(([name, piece]) => `  ${name}: \`${literal(piece)}\`,\n`);
  return [
    '/** The pieces of a mail in HTML with their slots: made from infra/mail-template/mail.mjml by `npm run mail`, not by hand. */\n',
    `export const MAIL_TEMPLATE = {\n${pieces.join('')}} as const;\n`,
  ].join('');
}

const withoutIndents = (html: string): string =>
  html
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .join('\n');

const literal = (piece: string): string => piece.replace(/[\\`]|\$\{/g, '\\$&');
