import type { Instant } from '../../../shared/calendar/instant.ts';
import type { AlarmPlan, Described, MetricAlarm } from './alarm-plan.ts';
import { type AlarmState, rangeOf, stateBy } from './alarm-rule.ts';
import type { MetricStore } from './metric-store.ts';
import { pointsOf } from './query.ts';
import { lastWindows } from './windows.ts';

/** An alarm as it stands. */
export interface AlarmView extends Described {
  readonly state: AlarmState;
  /** When it came to stand so; not before the first look. */
  readonly since?: Instant;
}

/** All alarms, looked at again and again. */
export interface AlarmBoard {
  /** Looks at the periods that end at an instant. */
  look(at: Instant): void;
  /** How they stand since the last look, in the order of the plan. */
  views(): readonly AlarmView[];
}

/** The board of some alarms, none of which was looked at yet. */
export function alarmBoard(plans: readonly AlarmPlan[], store: MetricStore): AlarmBoard {
  let views: readonly AlarmView[] = plans.map(({ arn, name, description, entry }) => ({
    ...{ arn, name, description, entry },
    state: 'INSUFFICIENT_DATA',
  }));

  const stateOf = ({ query, rule }: MetricAlarm, at: Instant) =>
    stateBy(rule, pointsOf(store, query, lastWindows(at, query.period, rangeOf(rule))));

  return {
    look(at) {
      const states = new Map<string, AlarmState>();
      for (const plan of plans) {
        const isRaised = (arn: string) => states.get(arn) === 'ALARM';
        states.set(plan.arn, plan.kind === 'metric' ? stateOf(plan, at) : plan.of.some(isRaised) ? 'ALARM' : 'OK');
      }
      views = views.map(view => {
        const state = states.get(view.arn)!;
        return state === view.state ? view : { ...view, state, since: at };
      });
    },
    views: () => views,
  };
}
