import { parsePolicy } from '../../../shared/policy/document/parse-policy.ts';

/** A small policy document without a fault; tests spoil it one line at a time. */
export const GOOD = `policy: acme
edition: 2026-01-01
title: Acme
match: { product: acme }
severities: [P1, P2, P3]
severity:
  default: P3
  derive: [ { when: { impact: high }, severity: P1, because: the impact is high } ]
  cap: [ { when: { category: [billing, 7] }, severity: P2, because: billing is at most P2 } ]
calendars:
  always: 24x7
  office:
    zone: Europe/Berlin
    hours: { mon-thu: 09:00-17:00, fri: [09:00-12:00, 13:00-15:00] }
    holidays: [2026-12-25, 2026-01-01, 2026-12-25]
    exceptions: { 2026-12-31: 09:00-12:00, 2026-12-27: closed }
reopen within: 14d
pauses: { resolution: [pending] }
targets:
  - { metric: first response, when: { severity: P1 }, target: 30m, calendar: always, ladder: urgent }
  - { metric: first response, target: end of next business day, calendar: office }
  - { metric: resolution, when: { plan: gold }, target: 3 business days, calendar: office, ladder: urgent }
  - { metric: resolution, target: uncommitted, calendar: office }
ladders:
  urgent:
    - { at: 50%, email: lead }
    - { at: -10m wall, email: [lead, assignee] }
    - { at: breach, page: lead, repeat: "every 30m, at most 8" }
    - { at: +1h, email: lead, page: lead }
    - { at: age 4h, email: lead }
recipients:
  lead: { email: lead@acme.example, language: de, zone: Europe/Berlin, page: { provider: pagerduty, secret: acme/duty } }
  assignee: { email: { attribute: assignee_email } }
tests:
  - name: a P1 is answered within half an hour
    events: [ { at: 2026-03-02T10:00:00+01:00, created: { product: acme, severity: P1 } } ]
    expect: { first response: { due: 2026-03-02T10:30:00+01:00, state: running } }
`;

/** The good document with one text put for another; the first must be there. */
export function spoilt(find: string, put: string): string {
  if (!GOOD.includes(find)) throw new Error(`the good document has no ${find}`);
  return GOOD.replace(find, () => put);
}

const PROVIDERS = [
  { name: 'pagerduty', url: 'optional' },
  { name: 'slack', url: 'none' },
  { name: 'sns', url: 'none', topic: true },
  { name: 'webhook', url: 'required' },
] as const;

/** Each fault as `line:column path: message`. */
export function faultsOf(text: string): string[] {
  const parsed = parsePolicy(text, { providers: PROVIDERS, languages: ['en', 'de'] });
  if (!('faults' in parsed)) return [];
  return parsed.faults.map(({ line, column, path, message }) => `${line}:${column} ${path}: ${message}`);
}
