import type { Duration, Instant } from '../calendar/instant.ts';
import type { MetricName } from '../metric/metrics.ts';
import type { Status } from '../ticket/status.ts';
import type { Condition } from './condition.ts';
import type { Contact } from './contact.ts';
import type { Grouping } from './grouping.ts';
import type { Inhibition } from './inhibition.ts';
import type { Ladder } from './ladder.ts';
import type { PolicyCalendar } from './policy-calendar.ts';
import type { SeverityRules } from './severity.ts';
import type { Target } from './target.ts';
import type { Recipients } from './ways.ts';

/** One promise: tickets that meet `when` get `target` on `calendar`, and `ladder` while it is at risk. */
export interface TargetRow {
  readonly metric: MetricName;
  readonly when: Condition;
  readonly target: Target;
  readonly calendar: string;
  readonly ladder?: string;
}

/** One edition of an SLA policy, ready to decide with: plain JSON, no YAML, holidays already dates. */
export interface Policy {
  readonly name: string;
  /** The date the edition takes effect, `YYYY-MM-DD`; names the edition. */
  readonly edition: string;
  /** The instant the edition takes effect: tickets created from then on get it. */
  readonly effectiveFrom: Instant;
  readonly title: string;
  /** Where the promise is written down, for explanations. */
  readonly source?: string;
  /** Which tickets it is for. */
  readonly match: Condition;
  /** Of two policies for one ticket the higher precedence wins; equal ones by name. */
  readonly precedence: number;
  readonly severity: SeverityRules;
  readonly calendars: Readonly<Record<string, PolicyCalendar>>;
  /** Statuses in which a metric's clock stands still, where the policy differs from the metric's own. */
  readonly pauses: Readonly<Partial<Record<MetricName, readonly Status[]>>>;
  /** How long after it was solved a reopened ticket is still the same request; always, where none is said. */
  readonly reopenWithin?: Duration;
  /** What a ticket solved without any public reply does to its first response. */
  readonly solvedUnanswered: 'fulfils' | 'unmeasured';
  readonly targets: readonly TargetRow[];
  readonly ladders: Readonly<Record<string, Ladder>>;
  /** The tickets that others are told of in their place. */
  readonly inhibit?: readonly Inhibition[];
  /** When many notifications become one; never, where nothing is said. */
  readonly grouping?: Grouping;
  /** Where customers turn, by region; the first whose condition a ticket meets is its own. */
  readonly contacts?: readonly Contact[];
  readonly recipients: Recipients;
}
