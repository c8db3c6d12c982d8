import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { policyStore } from '../../../functions/adapters/policy-store.ts';
import { type OwnTable, startOwnTable } from './own-table.ts';
import { DOCUMENT, folderWith } from './scratch.ts';
import { type Answer, NOW, typed } from './typed.ts';

let table: OwnTable;
beforeAll(async () => {
  table = await startOwnTable();
});
afterAll(() => table.stop());

let serial = 0;
const newName = () => {
  serial += 1;
  return `acme-${serial}`;
};

const edition = (name: string, date: string, target = '1h') =>
  DOCUMENT.replace('policy: acme', `policy: ${name}`)
    .replaceAll('product: acme', `product: ${name}`)
    .replace('edition: 2026-01-01', `edition: ${date}`)
    .replace('target: 4h', `target: ${target}`);

const at = (line: string, text = ''): Promise<Answer> =>
  typed(line, { env: table.env, folder: folderWith({ 'acme.yaml': text }) });

describe('policy apply', () => {
  it('puts an edition in force, and remembers who did it and when', async () => {
    const name = newName();
    const { code, out } = await at('policy apply acme.yaml', edition(name, '2026-01-01'));
    expect([code, out]).toEqual([0, `${name}, edition 2026-01-01, is in force`]);
    const list = (await at('policy list')).out;
    expect(list).toContain(`${name}  2026-01-01  in force  Acme  applied by erika@desk on 2026-11-21 at 09:00 UTC`);
  });

  it('the same document a second time changes nothing', async () => {
    const text = edition(newName(), '2026-01-01');
    await at('policy apply acme.yaml', text);
    const again = await at('policy apply acme.yaml --by somebody', text);
    expect([again.code, again.out]).toEqual([0, expect.stringContaining('is in force already')]);
    expect((await at('policy list')).out).not.toContain('somebody');
  });

  it('refuses another content under the same edition', async () => {
    const name = newName();
    await at('policy apply acme.yaml', edition(name, '2026-01-01'));
    const { code, err } = await at('policy apply acme.yaml', edition(name, '2026-01-01', '2h'));
    expect(code).toBe(1);
    expect(err).toContain(`edition 2026-01-01 of ${name} exists with another content`);
  });

  it('refuses a policy that fails its own tests, and tells which', async () => {
    const name = newName();
    const failing = edition(name, '2026-01-01').replace('11:00:00+01:00, state', '12:00:00+01:00, state');
    const { code, err } = await at('policy apply acme.yaml', failing);
    expect(code).toBe(1);
    expect(err).toMatch(/is not applied, since it fails its own tests\n✗ a P1 is answered within the hour/);
    expect((await at('policy list')).out).not.toContain(name);
  });

  it('an edition to come is in force from its date on', async () => {
    const name = newName();
    await at('policy apply acme.yaml', edition(name, '2026-01-01'));
    const { out } = await at('policy apply acme.yaml', edition(name, '2027-01-01'));
    expect(out).toBe(`${name}, edition 2027-01-01, will be in force from 2027-01-01T00:00:00.000Z`);
    expect((await at(`policy show ${name}`)).out).toContain('edition 2026-01-01');
  });
});

describe('policy rollback', () => {
  it('puts the edition before back in force, for new tickets and not for those that have the later one', async () => {
    const name = newName();
    await at('policy apply acme.yaml', edition(name, '2026-01-01'));
    await at('policy apply acme.yaml', edition(name, '2026-02-01', '2h'));
    const { code, out } = await at(`policy rollback ${name}`);
    expect([code, out]).toEqual([0, `${name}, edition 2026-02-01, is withdrawn; edition 2026-01-01 is in force again`]);
    const policies = await policyStore(table.client, table.name).load();
    const later = { name, edition: '2026-02-01' };
    expect(policies.match({ product: name }, NOW)?.edition).toBe('2026-01-01');
    expect(policies.match({ product: name }, NOW, [later])?.edition).toBe('2026-02-01');
    expect((await at('policy list')).out).toMatch(
      new RegExp(`${name} +2026-02-01 +withdrawn .*withdrawn by erika@desk`),
    );
    expect((await at('policy list')).out).toMatch(new RegExp(`${name} +2026-01-01 +in force`));
  });

  it('refuses to leave a policy without any edition', async () => {
    const name = newName();
    await at('policy apply acme.yaml', edition(name, '2026-01-01'));
    await at('policy apply acme.yaml', edition(name, '2026-02-01'));
    await at(`policy rollback ${name}`);
    const { code, err } = await at(`policy rollback ${name}`);
    expect([code, err]).toEqual([1, expect.stringContaining('is the first; there is none before it to go back to')]);
    expect((await at('policy rollback nothing')).err).toContain('no edition of nothing is in force');
  });

  it('a withdrawn edition is not applied again', async () => {
    const name = newName();
    await at('policy apply acme.yaml', edition(name, '2026-01-01'));
    await at('policy apply acme.yaml', edition(name, '2026-02-01'));
    await at(`policy rollback ${name} --by karl`);
    const { code, err } = await at('policy apply acme.yaml', edition(name, '2026-02-01'));
    expect([code, err]).toEqual([1, expect.stringContaining('was withdrawn by karl on 2026-11-21')]);
  });
});

describe('policy show', () => {
  it('shows what is promised, and the document it was applied from', async () => {
    const name = newName();
    const text = edition(name, '2026-01-01');
    await at('policy apply acme.yaml', text);
    const { out } = await at(`policy show ${name}`);
    expect(out).toContain(`${name}, edition 2026-01-01: Acme\nin force, applied by erika@desk`);
    expect(out).toMatch(/first response +severity is P1 +1h +office/);
    expect(out).toMatch(/office +Europe\/Berlin +Mon-Fri 09:00-17:00/);
    expect(`${(await at(`policy show ${name} 2026-01-01 --document`)).out}\n`).toBe(text);
    expect(JSON.parse((await at(`policy show ${name} --json`)).out).name).toBe(name);
  });

  it('says which editions there are when that one is not there', async () => {
    const name = newName();
    await at('policy apply acme.yaml', edition(name, '2026-01-01'));
    expect((await at(`policy show ${name} 2025-01-01`)).err).toContain('has no edition 2025-01-01, only 2026-01-01');
    expect((await at('policy show nobody')).err).toContain('there is no policy nobody');
  });
});

it('a calendar of a policy in force answers', async () => {
  const name = newName();
  await at('policy apply acme.yaml', edition(name, '2026-01-01'));
  const { out } = await at(`calendar open --policy ${name} --at 2026-03-02T09:00+01:00`);
  expect(out).toBe('{"open":true,"next":"2026-03-02T17:00:00+01:00"}');
});

it('a table that is not there is named in one line', async () => {
  expect((await at('policy list --table nowhere')).err).toContain('there is no such table there');
  expect((await at('policy list --endpoint http://127.0.0.1:9')).err).toContain('nobody answers at the endpoint');
  expect((await at('policy list --endpoint nonsense')).code).toBe(2);
});
