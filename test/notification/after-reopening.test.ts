import { expect, it } from 'vitest';
import { MINUTE } from '../../shared/calendar/instant.ts';
import { afterReopening } from '../../shared/notification/after-reopening.ts';
import { type Delivery, settled } from '../../shared/notification/delivery.ts';
import { suppressed } from '../../shared/notification/resolve.ts';
import { DUE, delivery } from './notices.ts';

const NOW = DUE + MINUTE;
const uncertain = { uncertain: true, wanted: 'resolved', inPager: { state: 'resolved', at: DUE, by: 'ann' } } as const;

it.each<[string, boolean, Delivery]>([
  ['was fulfilled before it was told', true, suppressed(delivery(), 'answered', DUE)],
  [
    'was fulfilled, and its page resolved, which may never have rung',
    true,
    settled(delivery(uncertain), 'resolved', DUE),
  ],
  ['was told and resolved', false, settled(delivery({ wanted: 'resolved', toldAt: DUE }), 'resolved', DUE)],
  ['was told by a digest', false, { ...suppressed(delivery(), 'grouped', DUE), toldAt: DUE }],
  ['was overtaken by a later rung', false, suppressed(delivery(), 'stale', DUE)],
  ['is about to be resolved', false, delivery(uncertain)],
  ['was refused', false, settled(delivery(), 'refused', DUE)],
])('a reopened clock that %s is told anew: %s', (_what, expected, before) => {
  const after = afterReopening(before, NOW);
  if (!expected) expect(after).toBe(before);
  else expect(after).toEqual({ ...delivery({ wantedAt: NOW, changedAt: NOW }), nextActionAt: after.nextActionAt! });
});
