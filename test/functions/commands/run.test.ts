import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../functions/commands/commands.ts';
import { typed } from './typed.ts';

describe.each(COMMANDS)('$words', ({ words, options, about }) => {
  it('helps, naming each of its options', async () => {
    const { code, out } = await typed(`${words} --help`);
    expect(code).toBe(0);
    expect(out).toContain(about);
    for (const option of Object.keys(options)) expect(out).toContain(`--${option}`);
  });

  it('refuses an option it does not know in one line', async () => {
    const { code, out, err } = await typed(`${words} --nonsense`);
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe(`timekeeper ${words}: unknown option --nonsense; see timekeeper ${words} --help`);
  });
});

it('--help lists every command, that of a group its own', async () => {
  const { code, out } = await typed('--help');
  expect(code).toBe(0);
  for (const { words } of COMMANDS) expect(out).toContain(words);
  expect((await typed('calendar --help')).out).not.toContain('policy');
});

it.each(['', 'calendar', 'polcy apply', '--verbose'])('"%s" is no command', async line => {
  const { code, err } = await typed(line);
  expect(code).toBe(2);
  expect(err).toMatch(/^timekeeper: found .*, expected one of .*see timekeeper --help$/);
});

it('an operand too many and one too few are told', async () => {
  expect((await typed('calendar show extra')).err).toContain('found "extra", expected only options');
});
