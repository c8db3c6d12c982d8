import { type EpochDay, parseLocalDate } from '../../calendar/local-date.ts';
import type { Policy } from '../policy.ts';
import { readCalendars } from './calendar-reading.ts';
import { checkFailover } from './check-failover.ts';
import { checkGrouping } from './check-grouping.ts';
import { checkInhibitions } from './check-inhibitions.ts';
import { checkLadders } from './check-ladders.ts';
import type { Surroundings } from './check-manner.ts';
import { checkQuiet } from './check-quiet.ts';
import { checkReach } from './check-reach.ts';
import { checkRecipients } from './check-recipients.ts';
import { checkRoutes } from './check-routes.ts';
import { checkSeverities } from './check-severities.ts';
import { checkTargets } from './check-targets.ts';
import { checkTests } from './check-tests.ts';
import type { Fault, Finding } from './fault.ts';
import { at, fieldsOf } from './fields.ts';
import { withGroups } from './groups.ts';
import { policyDocument } from './policy-document.ts';
import { policyOf } from './policy-of.ts';
import type { PolicyTest } from './policy-test.ts';
import { shapeFindings } from './shape-findings.ts';
import { testOf } from './test-reading.ts';
import { readYaml } from './yaml-source.ts';

/** A policy with its inline tests, or everything that is wrong with it, in the order of the text. */
export type ParsedPolicy =
  | { readonly policy: Policy; readonly tests: readonly PolicyTest[] }
  | { readonly faults: readonly Fault[] };

/** Reads a policy document. It finds every mistake at once, in the YAML, in the shape and in the meaning, and never throws on bad text. */
export function parsePolicy(text: string, surroundings: Surroundings = {}): ParsedPolicy {
  const source = readYaml(text);
  if ('faults' in source) return source;
  const findings: Finding[] = [...source.findings];
  const raw = withGroups(source.value, findings);
  findings.push(...shapeFindings(policyDocument, raw));
  const calendars = readCalendars(at(raw, 'calendars'), firstDay(raw), findings);
  findings.push(...misfits(raw, surroundings), ...checkReach(raw, calendars));
  const document = policyDocument.safeParse(raw);
  if (findings.length > 0 || !document.success) return { faults: findings.map(source.place).toSorted(byPlace) };
  return { policy: policyOf(document.data, calendars), tests: (document.data.tests ?? []).map(testOf) };
}

function* misfits(raw: unknown, surroundings: Surroundings): Generator<Finding> {
  const { severities, match } = fieldsOf(policyDocument, raw);
  if (severities) yield* checkSeverities(raw, severities);
  yield* checkTargets(raw, match ?? {}, severities);
  yield* checkLadders(raw);
  yield* checkRecipients(raw, surroundings);
  yield* checkRoutes(raw, { match: match ?? {}, severities }, surroundings);
  yield* checkFailover(raw);
  yield* checkQuiet(raw, severities);
  yield* checkInhibitions(raw, severities);
  yield* checkGrouping(raw, severities);
  yield* checkTests(raw, severities);
}

/** The date from which on tickets can run under the edition, anywhere on earth. */
function firstDay(raw: unknown): EpochDay {
  const { edition } = fieldsOf(policyDocument.pick({ edition: true }), raw);
  return edition === undefined ? 0 : parseLocalDate(edition)! - 1;
}

const byPlace = (a: Fault, b: Fault): number => a.line - b.line || a.column - b.column;
