import { describe, expect, it } from 'vitest';
import { hookSecrets } from '../../functions/adapters/hook-secrets.ts';
import type { Secrets } from '../../functions/adapters/secrets.ts';
import { MINUTE } from '../../shared/calendar/instant.ts';

function bench(values: Record<string, string>) {
  const asked: string[] = [];
  const secrets: Secrets = {
    async value(name) {
      asked.push(name);
      const value = values[name];
      if (value === undefined) throw Object.assign(new Error('none'), { name: 'ResourceNotFoundException' });
      return value;
    },
    forget: () => {},
  };
  return { asked, values, hooks: hookSecrets(secrets, 'desks') };
}

describe('a name that nobody has put a secret under', () => {
  it('is asked for once a minute however often it is told, and then found', async () => {
    const { asked, values, hooks } = bench({});
    for (const now of [0, 1, MINUTE - 1]) expect(await hooks.of('zen', now)).toEqual([]);
    expect(asked).toEqual(['desks/zen']);
    values['desks/zen'] = 'old new';
    expect(await hooks.of('zen', MINUTE)).toEqual(['old', 'new']);
  });

  it('is forgotten among very many of them, rather than all be kept', async () => {
    const { asked, hooks } = bench({});
    for (let name = 0; name <= 1000; name += 1) await hooks.of(`made-up-${name}`, 0);
    await hooks.of('made-up-0', 1);
    expect(asked).toHaveLength(1002);
  });
});

it('secrets are read anew once a minute at most', async () => {
  const { asked, hooks } = bench({ 'desks/zen': 'one' });
  expect([await hooks.anew('zen', 0), await hooks.anew('zen', MINUTE - 1), await hooks.anew('zen', MINUTE)]).toEqual([
    ['one'],
    undefined,
    ['one'],
  ]);
  expect(asked).toHaveLength(2);
});
