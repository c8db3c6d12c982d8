import { afterAll, beforeAll, expect, it } from 'vitest';
import { localRun, timeIn } from '../../../functions/commands/local-run.ts';
import { tellWhereabouts } from '../../../infra/local/whereabouts.ts';
import { type OwnTable, startOwnTable } from './own-table.ts';
import { folderWith } from './scratch.ts';
import { NOW, typed } from './typed.ts';

let table: OwnTable;
beforeAll(async () => {
  table = await startOwnTable();
});
afterAll(() => table.stop());

const machine = () => ({
  database: { table: table.name, endpoint: table.env.AWS_ENDPOINT_URL_DYNAMODB! },
  environment: {},
  now: () => NOW,
  speed: 480,
});

it('a command finds the table of the local run by itself, for as long as it runs', async () => {
  const folder = folderWith({});
  expect(await typed('policy list', { folder })).toMatchObject({ code: 2, err: expect.stringContaining('no table') });
  const fallSilent = tellWhereabouts(machine(), folder);
  expect(await typed('policy list', { folder })).toMatchObject({
    code: 0,
    out: expect.stringContaining('no policy yet'),
  });
  fallSilent();
  expect((await typed('policy list', { folder })).code).toBe(2);
});

it('a table that is named comes before that of the local run', async () => {
  const folder = folderWith({});
  const fallSilent = tellWhereabouts(machine(), folder);
  const { err } = await typed('policy list --table other', {
    folder,
    env: { AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:9' },
  });
  expect(err).toContain('nobody answers');
  fallSilent();
});

it('tells the time that has gone on in the local run since', () => {
  const folder = folderWith({});
  const fallSilent = tellWhereabouts(machine(), folder);
  const local = localRun(folder)!;
  expect(timeIn(local, local.time!.real + 1000)).toBe(NOW + 480_000);
  fallSilent();
});
