import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../functions/commands/commands.ts';
import { synthesize } from '../../infra/local/synthesize.ts';
import { SETTINGS } from '../../shared/installation/settings.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const text = readFileSync(resolve(ROOT, 'docs/operations.md'), 'utf8');
const found = (pattern: RegExp): readonly string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, name]) => name!)),
];

/** The commands of ours in the text, each as somebody would type it. */
const typed = found(/(?:`|^|npx )timekeeper ([a-z][^`\n]*)/gm).map(line => line.replace(/ {2,}#.*$/, ''));
const commandIn = (line: string) => COMMANDS.find(({ words }) => `${line} `.startsWith(`${words} `));

describe('the page about operations', () => {
  it('names every setting but the stage, and sets no other', () => {
    const [table] = /\| setting \|[\s\S]*?\n\n/.exec(text)!;
    const named = [...table.matchAll(/^\|([^|]*)\|/gm)].flatMap(([, cell]) =>
      [...cell!.matchAll(/`(\w+)`/g)].map(([, name]) => name!),
    );
    expect(named.toSorted()).toEqual(
      Object.keys(SETTINGS)
        .filter(name => name !== 'stage')
        .toSorted(),
    );
    for (const name of found(/ -c (\w+)=/g)) expect(SETTINGS).toHaveProperty(name);
  });

  it.each(typed)('asks for a command that is there, with options it has: timekeeper %s', line => {
    const command = commandIn(line);
    expect(command, line).toBeDefined();
    for (const [, option] of line.matchAll(/ --([a-z-]+)/g)) expect(Object.keys(command!.options)).toContain(option);
  });

  it('names resources that are there', async () => {
    const prod = JSON.stringify(
      await synthesize({
        stage: 'prod',
        createMailIdentity: true,
        mailFrom: 'SLA <sla@desk.example.org>',
        urgentPhone: '+4930123456',
      }),
    );
    const ours = found(/\b(timekeeper-prod-[a-z-]+)/g).filter(name => !/-(restored|records|pipeline)$/.test(name));
    for (const name of ours) expect(prod).toContain(`"${name}"`);
    for (const prefix of ['pages', 'hooks', 'desks', 'link-key']) expect(prod).toContain(`timekeeper/prod/${prefix}`);
  });

  it('leads to files and headings that are there', () => {
    const headings = found(/^#+ (.+)$/gm).map(heading =>
      heading
        .toLowerCase()
        .replace(/[^a-z ]/g, '')
        .replaceAll(' ', '-'),
    );
    for (const anchor of found(/\]\(#([a-z-]+)\)/g)) expect(headings).toContain(anchor);
    for (const file of found(/\]\(([\w/.-]+\.md)/g)) expect(existsSync(resolve(ROOT, 'docs', file)), file).toBe(true);
    for (const file of found(/`?\b((?:test|shared)\/[\w/.-]+)/g))
      expect(existsSync(resolve(ROOT, file)), file).toBe(true);
  });
});
