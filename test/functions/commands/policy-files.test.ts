import { describe, expect, it } from 'vitest';
import { DOCUMENT, folderWith } from './scratch.ts';
import { typed } from './typed.ts';

const FAULTY = DOCUMENT.replace('target: 4h, calendar: office', 'target: soon, calendar: ofice');
const FAILING = DOCUMENT.replace('11:00:00+01:00, state', '10:30:00+01:00, state');

describe('policy validate', () => {
  it('finds nothing wrong with a sound document', async () => {
    const folder = folderWith({ 'acme.yaml': DOCUMENT });
    expect(await typed('policy validate acme.yaml', { folder })).toEqual({
      code: 0,
      out: 'acme.yaml: acme, edition 2026-01-01, is sound; it has 1 test',
      err: '',
    });
  });

  it('tells every fault of every file with its line, its column and a caret', async () => {
    const folder = folderWith({ 'good.yaml': DOCUMENT, 'bad.yaml': FAULTY });
    const { code, out } = await typed('policy validate good.yaml bad.yaml', { folder });
    expect(code).toBe(1);
    expect(out).toMatch(/^bad\.yaml:13:\d+: targets\[1\]\.target: .*\n {2}13 \| .*target: soon.*\n {5}\| +\^$/m);
    expect(out).toMatch(/^bad\.yaml:13:\d+: targets\[1\]\.calendar: .*"ofice"/m);
    expect(out).toContain('bad.yaml: 2 faults');
    expect(out).toContain('good.yaml: acme, edition 2026-01-01, is sound');
  });

  it('tells them as JSON', async () => {
    const folder = folderWith({ 'bad.yaml': FAULTY });
    const { file, faults } = JSON.parse((await typed('policy validate bad.yaml --json', { folder })).out);
    expect(file).toBe('bad.yaml');
    expect(faults).toEqual([
      expect.objectContaining({ path: 'targets[1].target', line: 13, found: '"soon"' }),
      expect.objectContaining({ path: 'targets[1].calendar', line: 13, found: '"ofice"' }),
    ]);
  });

  it('needs a file, and one that is there', async () => {
    expect(await typed('policy validate')).toMatchObject({ code: 2, err: expect.stringContaining('expected FILE…') });
    expect(await typed('policy validate no.yaml')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/there is no file .*no\.yaml$/),
    });
    expect(await typed('policy validate .')).toMatchObject({ code: 1, err: expect.stringContaining('found a folder') });
  });

  it('looks at the others where one is not there', async () => {
    const folder = folderWith({ 'bad.yaml': FAULTY, 'good.yaml': DOCUMENT });
    const { code, out, err } = await typed('policy validate no.yaml bad.yaml . good.yaml', { folder });
    expect([code, err.split('\n')]).toEqual([
      1,
      [expect.stringMatching(/^no\.yaml: there is no file .*no\.yaml$/), '.: found a folder, expected a file'],
    ]);
    expect(out).toContain('bad.yaml: 2 faults');
    expect(out).toContain('good.yaml: acme, edition 2026-01-01, is sound');
    const json = await typed('policy validate no.yaml good.yaml --json', { folder });
    expect([json.code, ...json.out.split('\n').map(line => JSON.parse(line))]).toEqual([
      1,
      { file: 'no.yaml', faults: [expect.objectContaining({ line: 1, message: expect.stringContaining('no file') })] },
      { file: 'good.yaml', faults: [] },
    ]);
  });
});

describe('policy test', () => {
  it('passes a policy that keeps its promises', async () => {
    const folder = folderWith({ 'acme.yaml': DOCUMENT });
    const { code, out } = await typed('policy test acme.yaml', { folder });
    expect(out).toBe('acme.yaml: acme, edition 2026-01-01\n✓ a P1 is answered within the hour\n1 test passed');
    expect(code).toBe(0);
  });

  it('tells of one that fails what was expected and what was found', async () => {
    const folder = folderWith({ 'acme.yaml': FAILING });
    const { code, out } = await typed('policy test acme.yaml', { folder });
    expect(code).toBe(1);
    expect(out.split('\n').slice(1)).toEqual([
      '✗ a P1 is answered within the hour',
      '                              expected              found',
      '    ✗  first response  due    2026-03-02T09:30:00Z  2026-03-02T10:00:00Z',
      '       first response  state  running               running',
      '1 of 1 test failed',
    ]);
  });

  it('does not run the tests of a document with faults', async () => {
    const folder = folderWith({ 'bad.yaml': FAULTY });
    const { code, err } = await typed('policy test bad.yaml', { folder });
    expect(code).toBe(1);
    expect(err).toMatch(/^timekeeper policy test: bad\.yaml cannot be used\nbad\.yaml:13:/);
  });
});
