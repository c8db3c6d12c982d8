import { describe, expect, it } from 'vitest';
import { claim } from '../../shared/notification/claim.ts';
import { DELIVERY_STATES, type Delivery, settled } from '../../shared/notification/delivery.ts';
import { redelivered } from '../../shared/notification/redelivery.ts';
import { suppressed } from '../../shared/notification/resolve.ts';
import { DUE, delivery } from './notices.ts';

const ASKED = { by: 'ann', at: DUE + 1000 };
const refused = {
  ...settled(delivery({ attempts: 9 }), 'refused', DUE),
  detail: 'no',
  failedOver: { at: DUE, to: [] },
};

describe('a delivery that somebody asks for again', () => {
  it.each<[string, Delivery]>([
    ['was refused', refused],
    ['was not told', suppressed(delivery(), 'unknown recipient', DUE, 'no address')],
    ['was refused its resolve', { ...refused, wanted: 'resolved' }],
  ])('is owed anew where it %s, with who asked, and without what was said before', (_what, before) => {
    const { whyNot: _w, detail: _d, ...rest } = before;
    const after = redelivered(before, ASKED)!;
    expect(after).toEqual({
      ...rest,
      state: 'owed',
      attempts: 0,
      wantedAt: ASKED.at,
      nextActionAt: ASKED.at,
      changedAt: ASKED.at,
      redelivered: ASKED,
    });
    expect(claim(after, ASKED.at)).toMatchObject({ claimed: { attempting: before.wanted, attempts: 1 } });
  });

  it('is tried now where it was to be tried later', () => {
    const later = delivery({ state: 'retry', attempts: 3, nextActionAt: DUE + 900_000 });
    expect(redelivered(later, ASKED)).toMatchObject({ state: 'retry', attempts: 3, nextActionAt: ASKED.at });
  });

  it.each(DELIVERY_STATES.filter(state => !['refused', 'suppressed', 'retry'].includes(state)))(
    'is left alone where it is %s',
    state => {
      expect(redelivered(delivery({ state }), ASKED)).toBeUndefined();
    },
  );
});
