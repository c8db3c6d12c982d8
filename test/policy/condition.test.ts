import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Condition, covers, meets, overlap, requirementText } from '../../shared/policy/condition.ts';

describe('a condition', () => {
  it.each([
    [{}, {}, true],
    [{ plan: ['gold', 'tin'] }, { plan: 'tin' }, true],
    [{ plan: ['gold'] }, { plan: 'tin' }, false],
    [{ plan: ['gold'] }, {}, false],
    [{ seats: ['7'], vip: ['true'] }, { seats: 7, vip: true }, true],
    [{ agreement: { not: ['signed'] } }, { agreement: 'signed' }, false],
    [{ agreement: { not: ['signed'] } }, { agreement: 'draft' }, true],
    [{ agreement: { not: ['signed'] } }, {}, true],
    [{ country: { known: true } }, { country: 'DE' }, true],
    [{ country: { known: true } }, {}, false],
    [{ country: { known: false } }, {}, true],
    [{ country: { known: false } }, { country: 'DE' }, false],
  ] as const)('%j of a ticket with %j is met: %s', (condition, attributes, expected) => {
    expect(meets(attributes, condition)).toBe(expected);
  });

  it.each([
    [['gold', 'tin'], 'plan is gold or tin'],
    [{ not: ['gold'] }, 'plan is not gold'],
    [{ known: false }, 'plan is not known'],
  ] as const)('%j reads: %s', (required, text) => {
    expect(requirementText('plan', required)).toBe(text);
  });
});

const values = ['a', 'b'];
const list = fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 });
const requirement = fc.oneof(
  list,
  list.map(not => ({ not })),
  fc.boolean().map(known => ({ known })),
);
const condition: fc.Arbitrary<Condition> = fc.dictionary(fc.constantFrom('x', 'y'), requirement, {
  noNullPrototype: true,
});
const facts = [undefined, ...values, 'c'];
const tickets = facts.flatMap(x => facts.map(y => ({ ...(x && { x }), ...(y && { y }) })));

it('two conditions overlap exactly when some ticket meets both', () => {
  fc.assert(
    fc.property(condition, condition, (a, b) => {
      expect(overlap(a, b)).toBe(tickets.some(ticket => meets(ticket, a) && meets(ticket, b)));
    }),
    { numRuns: 2000 },
  );
});

it('a condition covers another exactly when every ticket that meets the other meets it too', () => {
  fc.assert(
    fc.property(condition, condition, (wide, narrow) => {
      expect(covers(wide, narrow)).toBe(tickets.every(ticket => !meets(ticket, narrow) || meets(ticket, wide)));
    }),
    { numRuns: 2000 },
  );
});
