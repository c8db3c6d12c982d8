import type { Facts } from './facts.ts';
import type { Milestone } from './milestone.ts';
import { oneLine } from './one-line.ts';
import { shortTimes } from './time-text.ts';
import type { Wording } from './wording/wording.ts';

/** A milestone in words: what and when, and how it stands out. */
export interface Moment {
  readonly what: string;
  /** Empty where it stands for several. */
  readonly when: string;
  readonly stands: 'past' | 'missed' | 'now' | 'ahead';
}

const NAME_LIMIT = 60;

/** The milestones of a notification's clock in one language, with their times in a zone. */
export function momentsOf({ milestones, now }: Facts, wording: Wording, zone: string): readonly Moment[] {
  const timeOf = shortTimes(wording.language, zone, now);
  return milestones.map(milestone => ({
    what: wording.milestones[milestone.what](detailOf(milestone, wording)),
    when: milestone.what === 'left out' ? '' : timeOf(milestone.at),
    stands: standsOf(milestone, now),
  }));
}

function detailOf(milestone: Milestone, { language, statuses }: Wording): string {
  switch (milestone.what) {
    case 'paused':
      return statuses[milestone.status];
    case 'warned':
    case 'told':
      return new Intl.ListFormat(language).format(milestone.to.map(name => oneLine(name, NAME_LIMIT)));
    case 'acknowledged':
      return oneLine(milestone.by, NAME_LIMIT);
    case 'left out':
      return String(milestone.count);
    case 'started':
    case 'resumed':
    case 'due':
    case 'breached':
    case 'now':
      return '';
  }
}

function standsOf({ what, at }: Milestone, now: number): Moment['stands'] {
  if (what === 'breached') return 'missed';
  if (what === 'now') return 'now';
  return at > now ? 'ahead' : 'past';
}
