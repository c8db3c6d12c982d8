import type * as z from 'zod';
import type { MetricName } from '../../metric/metrics.ts';
import type { Happening, TicketEvent } from '../../ticket/ticket-event.ts';
import { at } from './fields.ts';
import type { Expectation, PolicyTest } from './policy-test.ts';
import type { eventShape, testShape } from './test-shape.ts';

type EventText = z.output<typeof eventShape>;

/** The ways to say what happens; an event says one of them, where a status may come with a creation or with changes. */
const KINDS = ['created', 'reply', 'set', 'status', 'deleted', 'merged'] as const;

/** Whether an event says exactly one thing. */
export function saysOneThing(event: unknown): boolean {
  const said = KINDS.filter(kind => at(event, kind) !== undefined).join(' ');
  return ['created', 'created status', 'reply', 'set', 'set status', 'status', 'deleted', 'merged'].includes(said);
}

/** An inline test that is free of faults, as it is run. */
export function testOf({ name, events, at, expect }: z.output<typeof testShape>): PolicyTest {
  return {
    name,
    events: events.map((event, index): TicketEvent => {
      const id = String(index + 1).padStart(3, '0');
      return { ...happeningOf(event), id, at: event.at };
    }),
    at: at ?? Math.max(...events.map(event => event.at)),
    expect: Object.entries(expect).map(([metric, clock]): Expectation => {
      const named = { metric: metric as MetricName };
      return clock === 'none' ? { ...named, promised: false } : { ...named, promised: true, ...clock };
    }),
  };
}

function happeningOf({ created, status, set, reply, merged }: EventText): Happening {
  if (created) return { type: 'created', status: status ?? 'new', attributes: created };
  if (reply) return { type: 'message', author: reply, public: true };
  if (merged) return { type: 'merged', into: merged };
  if (status === undefined && set === undefined) return { type: 'deleted' };
  return { type: 'updated', ...(status && { status }), ...(set && { attributes: set }) };
}
