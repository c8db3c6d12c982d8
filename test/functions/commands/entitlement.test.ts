import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OwnTable, startOwnTable } from './own-table.ts';
import { folderWith } from './scratch.ts';
import { typed } from './typed.ts';

const CSV = `customer,valid from,valid to,plan,first response A
contoso,2026-01-01,2026-12-31,Office 365 E3,30m
contoso,2027-01-01,,Office 365 E5,
fabrikam,2026-01-01,,Office 365 E1,
`;

let table: OwnTable;
beforeAll(async () => {
  table = await startOwnTable();
});
afterAll(() => table.stop());

const type = (line: string, files: Record<string, string> = {}) =>
  typed(line, { env: table.env, folder: folderWith(files) });

it('what customers are entitled to is put on file and told again', async () => {
  const { code, out } = await type('entitlement import customers.csv', { 'customers.csv': CSV });
  expect([code, out.trim()]).toEqual([0, '3 entitlements of 2 customers are on file']);
  expect((await type('entitlement show contoso')).out).toMatchInlineSnapshot(`
    "from 2026-01-01 to 2026-12-31
      plan              Office 365 E3
      first response A  30m
    from 2027-01-01 without end
      plan  Office 365 E5"
  `);
  const json = JSON.parse((await type('entitlement show fabrikam --json')).out);
  expect(json).toEqual([
    { tenant: '', customer: 'fabrikam', from: Date.UTC(2026, 0), attributes: { plan: 'Office 365 E1' }, targets: [] },
  ]);
});

it('a file with a mistake puts nothing on file and tells where it is', async () => {
  const text = CSV.replaceAll('contoso', 'wingtip').replace('30m', 'soon');
  const { code, err } = await type('entitlement import customers.csv', { 'customers.csv': text });
  expect(code).not.toBe(0);
  expect(err).toContain('customers.csv:2:45: [0].targets[0].target: expected a time such as 2h');
  expect((await type('entitlement show wingtip')).code).not.toBe(0);
});
