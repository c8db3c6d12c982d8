import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY } from '../../../shared/calendar/instant.ts';
import { METRICS } from '../../../shared/metric/metrics.ts';
import { readTerms, termsOf } from '../../../shared/policy/document/read-entitlements.ts';
import type { Entitlement } from '../../../shared/policy/entitlement.ts';

const WHOSE = { tenant: 'north', customer: 'contoso' };
const found = (value: unknown) =>
  readTerms(value, WHOSE).findings.map(({ path, found }) => `${path.join('/')} ${found}`);

const name = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .filter(text => /\S/.test(text) && text !== '__proto__');
const entitlement: fc.Arbitrary<Entitlement> = fc
  .record({
    from: fc.integer({ min: 0, max: 40_000 }),
    days: fc.option(fc.integer({ min: 1, max: 3000 }), { nil: undefined }),
    attributes: fc.dictionary(name, fc.oneof(name, fc.integer(), fc.boolean()), { noNullPrototype: true }),
    targets: fc.uniqueArray(
      fc.record(
        { metric: fc.constantFrom(...METRICS.map(metric => metric.name)), severity: name, target: fc.constant('30m') },
        { requiredKeys: ['metric', 'target'] },
      ),
      { selector: ({ metric, severity }) => JSON.stringify([metric, severity]) },
    ),
  })
  .map(({ from, days, ...facts }) => ({
    ...WHOSE,
    from: from * DAY,
    ...(days === undefined ? {} : { to: (from + days) * DAY }),
    ...facts,
  }));

describe('what a customer is entitled to', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.uniqueArray(entitlement, { selector: ({ from }) => from }), entitlements => {
        expect(readTerms(entitlements.map(termsOf), WHOSE)).toEqual({ entitlements, findings: [] });
        for (const each of entitlements)
          expect(readTerms(termsOf(each), WHOSE)).toEqual({ entitlements: [each], findings: [] });
      }),
    );
  });

  it('may be one document, told by its own places, or a list, told by theirs', () => {
    expect(found({ 'valid from': 'March' })).toEqual(['valid from "March"']);
    expect(found([{ 'valid from': '2026-03-01' }, { 'valid from': '2026-03-01' }])).toEqual([
      '1/valid from "contoso" from the same day again',
    ]);
  });

  it('does not say whose it is', () => {
    expect(found({ 'valid from': '2026-03-01', customer: 'fabrikam' })).toEqual(['customer "customer"']);
  });

  it.each([[undefined], [null], [7], ['x'], [[[]]], [{ attributes: [] }], [{ targets: [{ severity: {} }] }]])(
    'is not %j, and that is told',
    value => expect(found(value)).not.toEqual([]),
  );
});
