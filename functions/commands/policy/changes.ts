import { DAY, type Instant } from '../../../shared/calendar/instant.ts';
import { targetText } from '../../../shared/clock/clock-stand.ts';
import type { Policy, TargetRow } from '../../../shared/policy/policy.ts';
import type { LocalHours, PolicyCalendar } from '../../../shared/policy/policy-calendar.ts';
import { conditionText } from './condition-text.ts';

/** One thing in which two editions differ; `before` is absent where it is new, `after` where it is gone. */
export interface Change {
  readonly what: string;
  readonly before?: string;
  readonly after?: string;
}

/** The targets that differ: by metric and condition, with what is promised before and after. */
export function targetChanges(before: Policy | undefined, after: Policy): readonly Change[] {
  return differences(keyed(before?.targets ?? []), keyed(after.targets));
}

/** Everything else that differs, by name; what a name stands for is told where it is short. */
export function otherChanges(before: Policy | undefined, after: Policy): readonly Change[] {
  if (before === undefined) return [];
  return differences(named(before, after.effectiveFrom), named(after, after.effectiveFrom)).map(change =>
    Object.values(change).some(text => text.length > LONGEST) ? withoutContent(change) : change,
  );
}

const withoutContent = ({ what, before, after }: Change): Change => ({
  what,
  ...(before === undefined ? {} : { before: 'as it was' }),
  ...(after === undefined ? {} : { after: before === undefined ? 'new' : 'another' }),
});

/** A longer text is not compared by eye. */
const LONGEST = 60;

const keyed = (rows: readonly TargetRow[]): Map<string, string> =>
  new Map(
    rows.map(({ metric, when, target, calendar, ladder }) => [
      `${metric}, ${conditionText(when)}`,
      `${targetText(target)} on ${calendar}${ladder === undefined ? '' : `, ladder ${ladder}`}`,
    ]),
  );

const PARTS = ['calendars', 'ladders', 'recipients', 'pauses'] as const;

function named(policy: Policy, from: Instant): Map<string, string> {
  const { name: _name, edition: _edition, effectiveFrom: _from, targets: _targets, ...rest } = policy;
  const parts = PARTS.flatMap(part =>
    Object.entries(policy[part]).map(
      ([name, value]) =>
        [
          `${part.replace(/s$/, '')} ${name}`,
          part === 'calendars' ? withoutPast(value as Hours, from) : value,
        ] as const,
    ),
  );
  const others = Object.entries(rest).filter(([key]) => !PARTS.some(part => part === key));
  return new Map(
    [...others, ...parts].map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
}

type Hours = LocalHours & Pick<PolicyCalendar, 'variants'>;

/** Public holidays are those of some years from an edition on: only those that both editions can tell are compared. */
function withoutPast({ holidays, variants, ...rest }: Hours, from: Instant): Hours {
  const first = from / DAY;
  return {
    ...rest,
    holidays: holidays.filter(day => day >= first && day < first + COMPARED),
    ...(variants && { variants: variants.map(variant => ({ ...variant, ...withoutPast(variant, from) })) }),
  };
}

/** Twenty years in days. */
const COMPARED = 20 * 365;

function differences(before: Map<string, string>, after: Map<string, string>): readonly Change[] {
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return names
    .map(what => ({ what, before: before.get(what), after: after.get(what) }))
    .filter(({ before, after }) => before !== after)
    .map(({ what, before, after }) => ({
      what,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    }));
}
