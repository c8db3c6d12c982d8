import { describe, expect, it } from 'vitest';
import { settingsFrom } from '../../infra/settings.ts';

const from = (context: Record<string, unknown>) => settingsFrom(name => context[name]);

describe('settings', () => {
  it('has a default for everything', () => {
    expect(from({})).toEqual({
      stage: 'dev',
      mailFrom: 'Timekeeper <timekeeper@example.com>',
      mailIdentity: 'example.com',
      createMailIdentity: false,
      protect: false,
      shards: 16,
      lookAheadSeconds: 130,
    });
  });

  it('takes the domain of the sender for the identity it may send as, unless another is named', () => {
    expect(from({ mailFrom: 'sla@desk.example.org' }).mailIdentity).toBe('desk.example.org');
    expect(from({ mailFrom: 'SLA <sla@desk.example.org>' }).mailIdentity).toBe('desk.example.org');
    expect(from({ mailFrom: 'sla@desk.example.org', mailIdentity: 'example.org' }).mailIdentity).toBe('example.org');
  });

  it.each([
    [{ stage: 'Prod!' }, /^setting stage: found "Prod!", expected/],
    [{ mailFrom: 'nobody' }, /^setting mailFrom: found "nobody", expected/],
    [{ consoleUrl: 'http://plain.example' }, /^setting consoleUrl: /],
    [{ shards: '0' }, /^setting shards: found "0", expected a whole number from 1 to 256/],
    [{ lookAheadSeconds: 60 }, /^setting lookAheadSeconds: found 60, expected a whole number from 121 to 900/],
  ])('refuses %j in a sentence', (context, message) => {
    expect(() => from(context)).toThrow(message);
  });
});
