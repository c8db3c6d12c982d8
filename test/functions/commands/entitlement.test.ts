import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
  expect((await type('entitlement get contoso')).out).toMatchInlineSnapshot(`
    "from 2026-01-01 to 2026-12-31
      plan              Office 365 E3
      first response A  30m
    from 2027-01-01 without end
      plan  Office 365 E5"
  `);
  const json = (await type('entitlement get fabrikam --json')).out;
  expect(JSON.parse(json)).toEqual([
    { customer: 'fabrikam', 'valid from': '2026-01-01', attributes: { plan: 'Office 365 E1' }, targets: [] },
  ]);
  expect((await type('entitlement import again.yaml', { 'again.yaml': json })).code).toBe(0);
});

it('a file with a mistake puts nothing on file and tells where it is', async () => {
  const text = CSV.replaceAll('contoso', 'wingtip').replace('30m', 'soon');
  const { code, err } = await type('entitlement import customers.csv', { 'customers.csv': text });
  expect(code).not.toBe(0);
  expect(err).toContain('customers.csv:2:45: [0].targets[0].target: expected a time such as 2h');
  expect((await type('entitlement get wingtip')).code).not.toBe(0);
});

describe('entitlement set', () => {
  it('puts on file what a customer is entitled to from today on, in words a table would have', async () => {
    const { code, out } = await type(
      "entitlement set adatum 'plan=Office 365 E5' support=Premier 'first response A=15m' 'resolution=2 business days'",
    );
    expect([code, out.split('\n')]).toEqual([
      0,
      [
        'adatum is on file',
        'from 2026-11-21 without end',
        '  plan              Office 365 E5',
        '  support           Premier',
        '  first response A  15m',
        '  resolution        2 business days',
      ],
    ]);
    expect((await type('entitlement get adatum')).out).toBe(out.slice(out.indexOf('\n') + 1));
  });

  it('goes by its days and its tenant, and replaces what is on file from the same day', async () => {
    const line = 'entitlement set litware --from 2026-01-01 --to 2026-06-30 --tenant north';
    expect((await type(`${line} plan=silver note=a=b`)).code).toBe(0);
    expect((await type(`${line} plan=gold`)).code).toBe(0);
    expect((await type('entitlement get litware --tenant north')).out).toBe(
      'from 2026-01-01 to 2026-06-30\n  plan  gold',
    );
    expect(await type('entitlement get litware')).toMatchObject({
      code: 1,
      err: expect.stringContaining('nothing is on file'),
    });
  });

  it.each([
    ["'first response A=soon'", /^first response A=soon: expected a time such as 2h.*, found "soon"$/],
    ["'first reponse A=15m'", /^first reponse A=15m: expected "first response", or the name of an attribute/],
    ['plan', /^plan: expected NAME=VALUE such as plan=gold$/],
    ['plan=', /^plan=: expected NAME=VALUE/],
    ['=gold', /^=gold: expected NAME=VALUE/],
    ['plan=a plan=b', /^plan=b: found "plan" again, expected it once$/],
    ['customer=b', /^customer=b: found "customer" again/],
    ['plan=a --from March', /^--from: expected a date such as 2026-01-31, found "March"$/],
    ['plan=a --to 2026-01-01', /^--to: expected a day from its first on, found a day before it begins$/],
    ["plan=a --tenant ''", /^--tenant: expected a text, found ""$/],
  ])('puts nothing on file for %s, and says why', async (rest, expected) => {
    const { code, out, err } = await type(`entitlement set proseware good=1 ${rest}`);
    const [first, ...mistakes] = err.split('\n');
    expect([code, out, first]).toEqual([1, '', 'timekeeper entitlement set: nothing is put on file']);
    expect(mistakes).toEqual([expect.stringMatching(expected)]);
    expect((await type('entitlement get proseware')).code).toBe(1);
  });

  it('tells every mistake at once', async () => {
    const { err } = await type("entitlement set proseware plan 'resolution=never' --from x");
    expect(err.split('\n')).toHaveLength(4);
  });

  it('asks for a customer and something to put', async () => {
    expect(await type('entitlement set proseware')).toMatchObject({
      code: 2,
      err: expect.stringContaining('expected CUSTOMER NAME=VALUE…'),
    });
  });
});
