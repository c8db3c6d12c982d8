import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { obligationsOf } from '../../../infra/local/replay/obligation.ts';
import { playSample, SAMPLE_START } from '../../../infra/local/sample/play-sample.ts';
import { SAMPLE_LENGTH, sampleTimeline } from '../../../infra/local/sample/timeline.ts';
import type { Instant } from '../../../shared/calendar/instant.ts';
import { foldAll } from '../../../shared/clock/fold.ts';
import { METRICS } from '../../../shared/metric/metrics.ts';
import { parsePolicy } from '../../../shared/policy/document/parse-policy.ts';
import { policySet } from '../../../shared/policy/policy-set.ts';
import { severityOf } from '../../../shared/policy/severity.ts';
import { readIncoming } from '../../../shared/ticket/incoming.ts';
import { STATUSES } from '../../../shared/ticket/status.ts';
import type { TicketEvent } from '../../../shared/ticket/ticket-event.ts';

const read = parsePolicy(readFileSync(new URL('../../../shared/catalogue/acme-support.yaml', import.meta.url), 'utf8'));
const policy = 'policy' in read ? read.policy : undefined;

/** Everything the sample posts in its first rounds, by ticket, with the instant at which it was posted. */
function posted(rounds: number): ReadonlyMap<string, readonly (TicketEvent & { readonly postedAt: Instant })[]> {
  const plans: { instant: Instant; action: () => unknown }[] = [];
  const all: { id: string; event: TicketEvent & { postedAt: Instant } }[] = [];
  let now = SAMPLE_START;
  const machine = {
    at: (instant: Instant, action: () => unknown) => void plans.push({ instant, action }),
    async post(events: object | readonly object[]) {
      for (const value of [events].flat()) {
        const incoming = readIncoming(value, now);
        if ('faults' in incoming) throw new Error(JSON.stringify(incoming.faults));
        all.push({ id: incoming.key.id, event: { ...incoming.event, postedAt: now } });
      }
      return { status: 202, headers: {}, body: undefined };
    },
  };
  playSample(machine, SAMPLE_START);
  while (plans[0] !== undefined && plans[0].instant < SAMPLE_START + rounds * SAMPLE_LENGTH) {
    const { instant, action } = plans.shift()!;
    now = instant;
    action();
  }
  const groups = Map.groupBy(all, ({ id }) => id);
  return new Map([...groups].map(([id, group]) => [id, group.map(({ event }) => event)]));
}

describe('the sample', () => {
  const tickets = posted(1);
  const policies = policySet([policy!]);
  const folded = [...tickets.values()].map(events => foldAll(events, policies)!);

  it('is about a hundred tickets, the same each time', () => {
    expect(tickets.size).toBe(108);
    expect(sampleTimeline()).toEqual(sampleTimeline());
  });

  it('begins anew with new tickets when it is over', () => {
    expect(posted(2).size).toBe(216);
  });

  it('has every plan in every severity, every channel, region and several languages', () => {
    const seen = (name: string) => new Set(folded.map(({ ticket }) => ticket.attributes[name]));
    const pairs = folded.map(
      ({ ticket }) => `${ticket.attributes.plan} ${severityOf(policy!.severity, ticket).applied}`,
    );
    expect(new Set(pairs).size).toBe(12);
    expect(seen('channel').size).toBe(5);
    expect(seen('region').size).toBe(4);
    expect(seen('language').size).toBe(7);
  });

  it('runs under every target row of the policy', () => {
    const rows = new Set(folded.flatMap(({ clocks }) => clocks.flatMap(({ row }) => row ?? [])));
    expect(policy!.targets.filter((_, row) => !rows.has(row)).map(({ metric, when }) => ({ metric, when }))).toEqual(
      [],
    );
    expect(new Set(folded.flatMap(({ clocks }) => clocks.map(({ metric }) => metric)))).toEqual(
      new Set(METRICS.map(({ name }) => name)),
    );
  });

  it('reaches every status, and tickets that are merged and deleted', () => {
    const events = [...tickets.values()].flat();
    const statuses = events.flatMap(event => ('status' in event ? (event.status ?? []) : []));
    expect(new Set(statuses)).toEqual(new Set(STATUSES));
    expect(new Set(folded.map(({ ticket }) => ticket.gone))).toEqual(new Set([undefined, 'merged', 'deleted']));
  });

  it('tells something from every ladder, by mail and by page', () => {
    const end = SAMPLE_START + SAMPLE_LENGTH;
    const rungs = new Set(
      [...tickets.values()].flatMap(events => obligationsOf(events, policies, end).map(one => one.rung)),
    );
    const laddersTold = Object.entries(policy!.ladders).filter(([, ladder]) => ladder.some(rung => rungs.has(rung)));
    expect(laddersTold.map(([name]) => name)).toEqual(Object.keys(policy!.ladders));
    const channels = [...rungs].flatMap(rung => rung?.notify.map(({ channel }) => channel) ?? []);
    expect(new Set(channels)).toEqual(new Set(['email', 'page']));
  });

  it('has events that are told late, and none before it happened', () => {
    const lateness = [...tickets.values()].flat().map(({ at, postedAt }) => postedAt - at);
    expect(Math.min(...lateness)).toBeGreaterThanOrEqual(0);
    expect(lateness.filter(late => late > 0).length).toBeGreaterThan(10);
  });
});
