import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { obligationsOf } from '../../../infra/local/replay/obligation.ts';
import { SAMPLE_START } from '../../../infra/local/sample/play-sample.ts';
import { SAMPLE_LENGTH, sampleTimeline } from '../../../infra/local/sample/timeline.ts';
import { foldAll } from '../../../shared/clock/fold.ts';
import { METRICS } from '../../../shared/metric/metrics.ts';
import { parsePolicy } from '../../../shared/policy/document/parse-policy.ts';
import { policySet } from '../../../shared/policy/policy-set.ts';
import { severityOf } from '../../../shared/policy/severity.ts';
import { STATUSES } from '../../../shared/ticket/status.ts';
import { posted } from './posted-sample.ts';

const read = parsePolicy(readFileSync(new URL('../../../shared/catalogue/acme-support.yaml', import.meta.url), 'utf8'));
const policy = 'policy' in read ? read.policy : undefined;

describe('the sample', () => {
  const tickets = posted(1);
  const policies = policySet([policy!]);
  const folded = [...tickets.values()]
    .map(events => foldAll(events, policies)!)
    .filter(({ ticket }) => ticket.attributes.product === 'acme');

  it('is about 130 tickets, the same each time', () => {
    expect(tickets.size).toBe(134);
    expect(sampleTimeline()).toEqual(sampleTimeline());
  });

  it('begins anew with new tickets when it is over', () => {
    expect(posted(2).size).toBe(268);
  });

  it('has every plan of Acme in every severity, every channel, region and several languages', () => {
    const seen = (name: string) => new Set(folded.map(({ ticket }) => ticket.attributes[name]));
    const pairs = folded.map(
      ({ ticket }) => `${ticket.attributes.plan} ${severityOf(policy!.severity, ticket).applied}`,
    );
    expect(new Set(pairs).size).toBe(12);
    expect(seen('channel').size).toBe(5);
    expect(seen('region').size).toBe(4);
    expect(seen('language').size).toBe(7);
  });

  it('runs under every target row of the policy of Acme', () => {
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

  it('tells something from every ladder of Acme, by mail and by page', () => {
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
