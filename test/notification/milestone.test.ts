import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../shared/calendar/instant.ts';
import type { Clock } from '../../shared/clock/clock.ts';
import { milestonesOf } from '../../shared/notification/milestone.ts';
import { MONDAY } from '../timelines.ts';
import { CLOCK, climb, LADDER } from './mail-facts.ts';
import { DUE } from './notices.ts';

/** Milestones as `what minutes-since-the-start`. */
const seen = (clock: Clock, rungs: readonly string[], rung: string, minute: number) =>
  milestonesOf(clock, climb(...rungs), LADDER, rung, MONDAY + minute * MINUTE).map(
    ({ what, at }) => `${what} ${(at - MONDAY) / MINUTE}`,
  );

describe('the milestones of a clock', () => {
  it('are what happened to it, in order, and what is ahead', () => {
    expect(seen(CLOCK, ['50%'], '50%', 35)).toEqual(['started 0', 'paused 10', 'resumed 20', 'now 35', 'due 60']);
  });

  it('tell the breach in the place of the due time, before those who were told of it', () => {
    expect(seen(CLOCK, ['50%', 'breach'], '+1h', 120).slice(3)).toEqual([
      'warned 35',
      'breached 60',
      'told 60',
      'now 120',
    ]);
  });

  it('tell the due time too where a change broke the promise later', () => {
    expect(seen({ ...CLOCK, due: DUE, breachedAt: DUE + MINUTE }, [], 'breach', 62)).toContain('due 60');
  });

  it('have no due time where nothing is committed', () => {
    const { due: _none, ...clock } = CLOCK;
    expect(seen(clock, [], '75h', 90)).toEqual(['started 0', 'paused 10', 'resumed 20', 'now 90']);
  });

  it('do not resume a clock that one status hands to the next', () => {
    const [gap] = CLOCK.gaps;
    const gaps = [gap!, { from: gap!.to, to: gap!.to + MINUTE, status: 'on hold' as const }];
    expect(seen({ ...CLOCK, gaps }, [], 'breach', 30).slice(0, 4)).toEqual([
      'started 0',
      'paused 10',
      'paused 20',
      'resumed 21',
    ]);
  });

  it('say since when a clock stands still', () => {
    const paused = { since: MONDAY + 30 * MINUTE, status: 'on hold' as const };
    expect(seen({ ...CLOCK, paused }, [], 'breach', 40)).toContain('paused 30');
  });

  it('name the last of the rungs that fired together, for only that was told', () => {
    const { fired, ...rest } = climb('50%', 'breach');
    const together = { ...rest, fired: fired.map(firing => ({ ...firing, at: DUE })) };
    const told = milestonesOf(CLOCK, together, LADDER, '+1h', DUE + MINUTE).filter(({ at }) => at === DUE);
    expect(told).toEqual([
      { what: 'breached', at: DUE },
      { what: 'told', at: DUE, to: ['team lead', 'on call'] },
    ]);
  });

  it('say who has seen it', () => {
    const acknowledged = { at: DUE + MINUTE, by: 'Ines', via: 'mail' };
    const milestones = milestonesOf(CLOCK, { ...climb('breach'), acknowledged }, LADDER, '+1h', DUE + 2 * MINUTE);
    expect(milestones).toContainEqual({ what: 'acknowledged', at: DUE + MINUTE, by: 'Ines' });
  });

  it('are ten at most, the start first, and the rest counted', () => {
    const gaps = Array.from({ length: 20 }, (_, n) => {
      const from = MONDAY + n * 2 * MINUTE;
      return { from, to: from + MINUTE, status: 'pending' as const };
    });
    const milestones = milestonesOf({ ...CLOCK, gaps }, climb(), LADDER, 'breach', MONDAY + 50 * MINUTE);
    expect(milestones).toHaveLength(10);
    expect(milestones[0]).toEqual({ what: 'started', at: MONDAY });
    expect(milestones[1]).toMatchObject({ what: 'left out', count: 34 });
    expect(milestones.slice(-2).map(({ what }) => what)).toEqual(['now', 'due']);
  });
});
