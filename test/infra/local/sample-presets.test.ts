import { describe, expect, it } from 'vitest';
import { readPolicies } from '../../../infra/local/policies.ts';
import { SAMPLE_START } from '../../../infra/local/sample/play-sample.ts';
import { SAMPLE_LENGTH } from '../../../infra/local/sample/timeline.ts';
import type { Instant } from '../../../shared/calendar/instant.ts';
import { foldAll, type Timed } from '../../../shared/clock/fold.ts';
import { promiseOfClock } from '../../../shared/clock/promise.ts';
import { asOf } from '../../../shared/clock/settled.ts';
import { policySet } from '../../../shared/policy/policy-set.ts';
import { severityOf } from '../../../shared/policy/severity.ts';
import { posted } from './posted-sample.ts';

const PRESETS = [
  'microsoft-365',
  'office-365-21vianet',
  'office-365-germany',
  'microsoft-365-contact',
  'intune',
] as const;

describe('the sample under the presets', async () => {
  const policies = policySet(await readPolicies([]));
  const tickets = [...posted(1).values()];
  const end = SAMPLE_START + SAMPLE_LENGTH;
  const at = (instant: Instant) =>
    tickets.flatMap(events => {
      const told = foldAll(
        events.filter(event => event.at <= instant),
        policies,
      );
      return told?.policy === undefined ? [] : [asOf(told, instant, policies)];
    });
  const under = (name: string, timed: readonly Timed[]) => timed.filter(({ policy }) => policy!.name === name);
  const adjustments = ({ policy, ticket }: Timed) =>
    severityOf(policies.edition(policy!)!.severity, ticket).adjustments.map(({ because }) => because);
  const customersOf = (timed: readonly Timed[]) => timed.map(({ ticket }) => ticket.attributes.customer);
  const atTheEnd = at(end);

  it('has every ticket matched, and at least three by each preset', () => {
    expect(atTheEnd.length).toBe(tickets.length);
    for (const name of PRESETS) expect([name, under(name, atTheEnd).length >= 3]).toEqual([name, true]);
  });

  it('runs under committed and uncommitted targets, and as contracted with and without a contract', () => {
    const kinds = atTheEnd.flatMap(timed =>
      timed.clocks.flatMap(clock => {
        const row = timed.policy && clock.row !== undefined && policies.edition(timed.policy)!.targets[clock.row];
        const promised = promiseOfClock(policies, clock, timed.policy);
        return row && promised ? [`${row.target.kind}, ${promised.target.kind}`] : [];
      }),
    );
    expect(new Set(kinds)).toEqual(
      new Set([
        'duration, duration',
        'business days, business days',
        'end of next day, end of next day',
        'end of next business day, end of next business day',
        'uncommitted, uncommitted',
        'as contracted, duration',
        'as contracted, as contracted',
      ]),
    );
  });

  it('lowers what a silent customer was promised, within the first day', () => {
    const lowered = atTheEnd.filter(timed => adjustments(timed).includes(SILENT));
    expect(lowered.map(timed => severityOf(policies.edition(timed.policy!)!.severity, timed.ticket).applied)).toEqual(
      expect.arrayContaining(['B', 'C']),
    );
  });

  it('caps what bills and customers without an agreement ask for', () => {
    const reasons = under('office-365-21vianet', atTheEnd).flatMap(adjustments);
    expect(reasons).toContain('severity A is for technical support only');
    expect(reasons).toContain('severity A is only for customers with a signed advanced online services agreement');
  });

  it('has customers of elevated and premier support, by entitlement and without', () => {
    const supported = atTheEnd.filter(({ ticket }) => /premier/i.test(String(ticket.attributes.support)));
    expect(new Set(customersOf(supported))).toEqual(
      new Set(['Kestrel Mining', 'Seeblick Kliniken', 'Blue Gum Schools']),
    );
    expect(new Set(customersOf(supported.filter(({ ticket }) => ticket.contract === undefined)))).toEqual(
      new Set(['Blue Gum Schools']),
    );
  });

  it('asks some outside the hours that count for them', () => {
    const closed = under('intune', atTheEnd).filter(({ policy, ticket, clocks }) => {
      const promised = promiseOfClock(policies, clocks[0]!, policy);
      return !promised!.calendar.isOpen(ticket.createdAt);
    });
    expect(closed.map(({ ticket }) => ticket.attributes.country)).toEqual(expect.arrayContaining(['JP', 'US']));
  });
});

const SILENT = 'the customer did not answer within a reasonable time';
