import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rowOf } from '../../../functions/adapters/delivery-ledger.ts';
import { deliveryName, keyOfDelivery } from '../../../functions/commands/delivery/delivery-name.ts';
import { notification } from '../../notification/notices.ts';

const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter(text => text.isWellFormed());

it('every delivery has a name that no shell takes apart, and that leads back to it', () => {
  fc.assert(
    fc.property(name, name, fc.oneof(name, fc.constant('')), name, (id, source, tenant, to) => {
      const { pk, sk } = rowOf(notification({ ticket: { tenant, source, id }, to, rung: '-10m wall' }));
      const text = deliveryName({ pk, sk });
      expect(text).toMatch(/^[\w./%~-]*$/);
      expect(keyOfDelivery(text)).toEqual({ pk, sk });
    }),
  );
});
