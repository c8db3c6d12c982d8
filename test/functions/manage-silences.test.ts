import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HttpAnswer } from '../../infra/local/http-api.ts';
import type { Machine } from '../../infra/local/machine.ts';
import { startMachine } from '../../infra/local/start-machine.ts';
import { HOUR } from '../../shared/calendar/instant.ts';
import { MONDAY } from '../timelines.ts';

let machine: Machine;
beforeAll(async () => {
  machine = await startMachine({ time: 'stepped', startAt: MONDAY, policies: [] });
});
afterAll(() => machine.stop());

const ask = (method: string, rest = '', value?: unknown): Promise<HttpAnswer> =>
  machine.ask({
    method,
    path: `/v1/silences${rest}`,
    headers: { 'content-type': 'application/json' },
    body: value === undefined ? '' : JSON.stringify(value),
  });
const listed = async (rest = '') => ((await ask('GET', rest)).body as { id: string }[]).map(({ id }) => id);
const idOf = ({ body }: HttpAnswer) => (body as { id: string }).id;

const GOOD = {
  for: { severity: ['A', 'B'], vip: { known: false } },
  source: 'desk',
  to: '2026-01-05T10:00:00.000Z',
  reason: 'we know',
};

describe('a silence', () => {
  it('is put, listed, ended by whoever signed, and listed no more', async () => {
    const put = await ask('POST', '', GOOD);
    const told = {
      ...GOOD,
      id: idOf(put),
      kind: 'silence',
      from: '2026-01-05T08:00:00.000Z',
      by: 'arn:aws:iam::000000000000:user/local',
      standing: 'in force',
    };
    expect(put).toMatchObject({ status: 201, body: told });
    expect((await ask('GET')).body).toEqual([told]);
    await machine.advance(MONDAY + HOUR);
    const ended = await ask('DELETE', `/${told.id}`);
    const stamp = { by: 'arn:aws:iam::000000000000:user/local', at: '2026-01-05T09:00:00.000Z' };
    expect(ended).toMatchObject({ status: 200, body: { ...told, standing: 'over', ended: stamp } });
    expect(await listed()).toEqual([]);
    expect(await listed('?all=true')).toEqual([told.id]);
    expect(await ask('DELETE', `/${told.id}`)).toMatchObject({
      status: 404,
      headers: { 'content-type': 'application/problem+json' },
    });
  });

  it('is by whom it says', async () => {
    const put = await ask('POST', '', { ...GOOD, kind: 'maintenance', by: 'erika' });
    expect(put.body).toMatchObject({ kind: 'maintenance', by: 'erika' });
    expect((await ask('DELETE', `/${idOf(put)}?by=max`)).body).toMatchObject({ ended: { by: 'max' } });
  });

  it.each<[string, unknown, readonly string[]]>([
    ['no end', { ...GOOD, to: undefined }, ['/to']],
    ['several mistakes', { ...GOOD, reason: '', 'sou/rce': 'x', metric: 'reply' }, ['/metric', '/reason', '/sou~1rce']],
    ['nothing to go by', { to: GOOD.to, reason: 'x' }, ['']],
    ['half a character', { ...GOOD, reason: '\ud800' }, ['/reason']],
    ['another form', [GOOD], ['']],
  ])('with %s is refused, every fault by its pointer', async (_, value, pointers) => {
    const before = await listed('?all=true');
    const answer = await ask('POST', '', value);
    expect(answer).toMatchObject({ status: 422, headers: { 'content-type': 'application/problem+json' } });
    const { errors } = answer.body as { errors: { pointer: string }[] };
    expect(errors.map(({ pointer }) => pointer).toSorted()).toEqual(pointers);
    expect(await listed('?all=true')).toEqual(before);
  });

  it.each([
    ['GET', '?every=true'],
    ['DELETE', '/x?who=max'],
  ])('is not asked for by what means nothing: %s %s', async (method, rest) => {
    expect(await ask(method, rest)).toMatchObject({
      status: 400,
      body: { detail: expect.stringContaining('means nothing') },
    });
  });
});
