import { DAY } from '../../../shared/calendar/instant.ts';
import type { Entitlement } from '../../../shared/policy/entitlement.ts';
import { columns } from '../columns.ts';

/** An entitlement for people, in lines: from which day to which, then its attributes and times. */
export function entitlementText({ from, to, attributes, targets }: Entitlement): readonly string[] {
  const until = to === undefined ? 'without end' : `to ${dateText(to - DAY)}`;
  const facts = [
    ...Object.entries(attributes).map(([name, value]) => [name, String(value)]),
    ...targets.map(({ metric, severity, target }) => [
      `${metric}${severity === undefined ? '' : ` ${severity}`}`,
      target,
    ]),
  ];
  return [`from ${dateText(from)} ${until}`, ...columns(facts, '  ')];
}

const dateText = (at: number): string => new Date(at).toISOString().slice(0, 10);
