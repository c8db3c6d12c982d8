import { sameWay } from '../ways.ts';
import { checkTold } from './check-told.ts';
import { type Finding, quoted } from './fault.ts';
import { at, partsOf } from './fields.ts';
import { recipientShape } from './recipient-shape.ts';

/** Ways to go in place of a failed one that lead to nobody, or are named twice. */
export function* checkFailover(raw: unknown): Generator<Finding> {
  const recipients = at(raw, 'recipients');
  for (const { path, fields } of partsOf(recipientShape, recipients, ['recipients'])) {
    const { failover = [] } = fields;
    for (const [index, way] of failover.entries()) {
      const place = [...path, 'failover', index];
      yield* checkTold([...place, way.channel], way, recipients);
      if (failover.slice(0, index).some(earlier => sameWay(earlier, way))) {
        const message = `${way.channel} to ${quoted(way.to)} is named twice`;
        yield { path: place, found: quoted(way.to), expected: 'every way once', message };
      }
    }
  }
}
