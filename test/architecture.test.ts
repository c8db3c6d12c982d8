import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

/** The rooms of shared/ in reading order: each imports only itself and what stands before it. The engine comes last. */
const ROOMS = [
  'calendar',
  'webhook',
  'ticket',
  'metric',
  'policy',
  'clock',
  'escalation',
  'notification',
  'paging',
  'measure',
  'catalogue',
  'installation',
  'api',
  'engine.ts',
];

interface Source {
  readonly file: string;
  readonly text: string;
  readonly imports: readonly string[];
}

/** The code under a folder, and what each file imports: paths from the root for our own, names for packages. */
function sourcesOf(folder: string): readonly Source[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name))
    .map(name => {
      const file = join(folder, name);
      const text = readFileSync(join(ROOT, file), 'utf8');
      const named = [...text.matchAll(/\b(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, found]) => found!);
      const imports = named.map(found =>
        found.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(file), found)) : found,
      );
      return { file, text, imports };
    });
}

const roomOf = (file: string): string => file.split('/')[1]!;

/** Import statements a file may not have, as `file imports what`. */
const offending = (sources: readonly Source[], isWrong: (found: string, file: string) => boolean): readonly string[] =>
  sources.flatMap(({ file, imports }) =>
    imports.filter(found => isWrong(found, file)).map(found => `${file} imports ${found}`),
  );

describe('shared/', () => {
  const shared = sourcesOf('shared');

  it('knows no AWS and no Node, so that it can be read, tried and trusted anywhere', () => {
    expect(offending(shared, found => /^(node:|@aws|aws-)/.test(found))).toEqual([]);
  });

  it('reads neither time nor chance: they come in as arguments', () => {
    const reads = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.|\bprocess\.|\bcrypto\./;
    expect(shared.filter(({ text }) => reads.test(text)).map(({ file }) => file)).toEqual([]);
  });

  it('knows neither the functions nor the infrastructure', () => {
    expect(offending(shared, found => /^(functions|infra|test)\//.test(found))).toEqual([]);
  });

  it('has a place for every room', () => {
    const rooms = readdirSync(join(ROOT, 'shared'));
    expect(rooms.filter(room => !ROOMS.includes(room))).toEqual([]);
  });

  it('imports only from the rooms before', () => {
    const isLater = (found: string, file: string) =>
      found.startsWith('shared/') && ROOMS.indexOf(roomOf(found)) > ROOMS.indexOf(roomOf(file));
    expect(offending(shared, isLater)).toEqual([]);
  });
});

describe('infra/', () => {
  it('takes only names from shared/ and nothing at all from functions/, where it describes the stack', () => {
    const stack = sourcesOf('infra').filter(({ file }) => !file.startsWith('infra/local/'));
    expect(offending(stack, found => found.startsWith('functions/'))).toEqual([]);
    expect(
      offending(stack, found => found.startsWith('shared/') && !/^shared\/(measure|paging|installation)\//.test(found)),
    ).toEqual([]);
  });
});

describe('functions/', () => {
  it('do not know how they are deployed', () => {
    expect(offending(sourcesOf('functions'), found => /^(infra\/|aws-cdk|constructs)/.test(found))).toEqual([]);
  });

  it('keep policy documents, holidays and mail texts out of what takes events in and decides', () => {
    const reached = new Set<string>();
    const reach = (file: string) => {
      if (reached.has(file)) return;
      reached.add(file);
      const source = all.get(file);
      source?.imports.forEach(reach);
    };
    const all = new Map([...sourcesOf('functions'), ...sourcesOf('shared')].map(source => [source.file, source]));
    for (const entry of ['ingest', 'sweep', 'evaluate']) reach(`functions/${entry}.ts`);
    const heavy = [...reached].filter(name => /^(yaml|zod|date-holidays|ical\.js|nodemailer.*)$|wording/.test(name));
    expect(heavy).toEqual([]);
  });
});

/** Every file of a kind stands in the registry of its kind (the registry imports or names it). */
describe('a registry', () => {
  it.each([
    ['metric', 'shared/metric', 'metrics.ts', /satisfies Metric\b/],
    ['paging provider', 'shared/paging', 'providers.ts', /satisfies PagingProvider\b|: PagingProvider\b.* = \{/],
    ['wording', 'shared/notification/wording', 'wordings.ts', /: Wording\b.* = \{/],
  ])('names every %s on disk', (_kind, folder, registry, isOne) => {
    const sources = sourcesOf(folder);
    const named = sources.find(({ file }) => file === `${folder}/${registry}`)!.imports;
    const ones = sources.filter(({ text, file }) => isOne.test(text) && !file.endsWith(registry));
    expect(ones.length).toBeGreaterThan(1);
    expect(ones.map(({ file }) => file).filter(file => !named.includes(file))).toEqual([]);
  });

  it('names every preset on disk', () => {
    const catalogue = readFileSync(join(ROOT, 'shared/catalogue/catalogue.ts'), 'utf8');
    const presets = readdirSync(join(ROOT, 'shared/catalogue')).filter(name => name.endsWith('.yaml'));
    expect(presets.filter(name => !catalogue.includes(name.replace('.yaml', '')))).toEqual([]);
  });
});
