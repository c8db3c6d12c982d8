import { afterAll, beforeAll, expect, it } from 'vitest';
import { policyEditions } from '../../../functions/adapters/policy-editions.ts';
import { HOUR } from '../../../shared/calendar/instant.ts';
import { policy, row } from '../../policies.ts';
import { type OwnTable, startOwnTable } from './own-table.ts';
import { NOW, typed } from './typed.ts';

let table: OwnTable;
beforeAll(async () => {
  table = await startOwnTable();
});
afterAll(() => table.stop());

/** Puts a policy on file, its recipients those of most policies. */
const withPolicy = () =>
  policyEditions(table.client, table.name).apply(
    policy({ targets: [row({ when: { product: ['rocket'] } })] }),
    undefined,
    { by: 'a test', at: 0 },
  );

const type = (line: string, now = NOW) => typed(line, { env: table.env, now: () => now });
const LATER = NOW + HOUR;

it('a silence is added, listed, ended, and then listed only with those that are over', async () => {
  expect((await type('silence list')).out).toBe('Nothing is silenced.');
  const attributes = `--for severity=A --for severity=B --for 'product = rocket'`;
  const { code, out } = await type(`silence add ${attributes} --channel page --during 2h --reason 'a known outage'`);
  expect(code).toBe(0);
  const [id] = out.split(' ');
  expect(id).toMatch(/^[0-9a-f]{8}$/);
  const line = `${id}  silence  in force  Sat 21 Nov 2026 10:00 – Sat 21 Nov 2026 12:00 Europe/Berlin  severity is A or B and product is rocket and channel is page  erika@desk: a known outage`;
  expect(out).toBe(line);
  expect((await type('silence list')).out).toBe(line);

  const ended = await type(`silence end ${id} --by max`, LATER);
  expect([ended.code, ended.out]).toEqual([
    0,
    line.replace('in force', 'over').replace('12:00 Europe/Berlin', '11:00 Europe/Berlin, ended by max'),
  ]);
  expect((await type('silence list', LATER)).out).toBe('Nothing is silenced.');
  expect((await type('silence list --all', LATER)).out).toBe(ended.out);
  const again = await type(`silence end ${id}`, LATER);
  expect([again.code, again.err]).toEqual([
    1,
    `timekeeper silence end: there is no silence ${id} that is in force or to come`,
  ]);
});

it('the window of a maintenance is told as JSON', async () => {
  const times = '--from 2026-11-28T20:00+01:00 --to 2026-11-29T02:00+01:00';
  const { out } = await type(
    `silence add --source desk --maintenance ${times} --reason 'new release' --by ops --json`,
    LATER,
  );
  const told = JSON.parse(out);
  expect(told).toEqual({
    id: expect.any(String),
    kind: 'maintenance',
    source: 'desk',
    from: '2026-11-28T19:00:00.000Z',
    to: '2026-11-29T01:00:00.000Z',
    reason: 'new release',
    by: 'ops',
    standing: 'to come',
  });
  expect(JSON.parse((await type('silence list --json', LATER)).out)).toEqual(told);
  expect(JSON.parse((await type(`silence end ${told.id} --json`, LATER)).out)).toMatchObject({
    standing: 'over',
    ended: { by: 'erika@desk', at: '2026-11-21T10:00:00.000Z' },
  });
  expect((await type('silence list --all', LATER)).out).toContain(
    'over  Sat 28 Nov 2026 20:00 – Sun 29 Nov 2026 02:00 Europe/Berlin, called off by erika@desk',
  );
});

it.each([
  [
    '--during 2h --reason x',
    1,
    'expected something to go by: for, tenant, source, ticket, policy, metric, channel, recipient, found a silence of everything',
  ],
  ['--source desk --during 2h', 1, '--reason: expected a text, found nothing'],
  [
    '--source desk --reason x',
    1,
    '--to: expected a moment with its offset such as 2026-03-02T10:00:00+01:00, found nothing',
  ],
  ['--source desk --reason x --during 367d', 1, '--to: expected at most 366 days, found a longer time'],
  [
    '--source desk --reason x --to 2026-01-01T00:00Z',
    1,
    '--to: expected a later one, found an end that is not after the beginning',
  ],
  ['--metric reply --reason x --during 2h', 1, '--metric: expected one of first response,'],
  [
    '--source desk --reason x --during soon',
    2,
    '--during: found "soon", expected a time such as 36h, or days of 24 hours such as 14d',
  ],
  ['--source desk --reason x --during 2h --to 2026-12-01T00:00Z', 2, 'found --to and --during, expected one of them'],
  ['--for severity --reason x --during 2h', 2, '--for: found "severity", expected NAME=VALUE such as severity=A'],
])('silence add %s is refused in a sentence', async (line, code, sentence) => {
  const answer = await type(`silence add ${line}`, LATER);
  expect([answer.code, answer.out]).toEqual([code, '']);
  expect(answer.err).toContain(sentence);
  expect((await type('silence list', LATER)).out).toBe('Nothing is silenced.');
});

it('a name that no policy knows is told before anything is silenced, an attribute only said', async () => {
  const nobody = await type(`silence add --recipient manager --during 2h --reason x`, LATER);
  expect([nobody.code, nobody.err]).toEqual([
    1,
    expect.stringContaining('--recipient: found "manager", expected a policy to be applied first'),
  ]);
  await withPolicy();
  expect((await type(`silence add --policy plan --during 2h --reason x`, LATER)).err).toContain(
    '--policy: found "plan", expected one of plain',
  );
  expect((await type(`silence add --recipient boss --during 2h --reason x`, LATER)).err).toContain(
    '--recipient: found "boss", expected one of manager, on call',
  );
  expect((await type('silence list', LATER)).out).toBe('Nothing is silenced.');

  const typo = await type(`silence add --for produkt=rocket --for severity=A --during 2h --reason x`, LATER);
  expect([typo.code, typo.err]).toEqual([0, '--for: no policy goes by "produkt"; did you mean "product"?']);
  const sure = await type(
    `silence add --for product=rocket --policy plain --recipient 'on call' --during 2h --reason x`,
    LATER,
  );
  expect([sure.code, sure.err]).toEqual([0, '']);
});
