import { afterEach, describe, expect, it } from 'vitest';
import { installVirtualDate } from '../../../infra/local/virtual-date.ts';

const RealDate = Date;
let now = Date.parse('2026-03-02T09:00:00Z');
let undo = () => {};
afterEach(() => undo());

describe('virtual time', () => {
  it('is what the process tells by now(), new Date() and Date()', () => {
    undo = installVirtualDate(() => now);
    expect(Date.now()).toBe(now);
    expect(new Date().toISOString()).toBe('2026-03-02T09:00:00.000Z');
    expect(Date()).toContain('2026');
    now += 60_000;
    expect(new Date().getMinutes()).toBe(1);
  });

  it('leaves dates that are given, parsed or checked as they are', () => {
    undo = installVirtualDate(() => now);
    expect(new Date(0).toISOString()).toBe('1970-01-01T00:00:00.000Z');
    expect(new Date(2020, 1, 29).getDate()).toBe(29);
    expect(Date.UTC(2020, 0)).toBe(1_577_836_800_000);
    expect(new Date()).toBeInstanceOf(Date);
    expect(new RealDate()).toBeInstanceOf(Date);
  });

  it('is over when it is undone', () => {
    installVirtualDate(() => 0)();
    expect(Date).toBe(RealDate);
    expect(Date.now()).toBeGreaterThan(0);
  });

  it('is one for the process: a second one is refused until the first is over', () => {
    undo = installVirtualDate(() => now);
    expect(() => installVirtualDate(() => 0)).toThrow('a process has only one time');
  });
});
