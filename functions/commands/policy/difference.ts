import { isoDuration } from '../../../shared/calendar/duration.ts';
import type { Instant } from '../../../shared/calendar/instant.ts';
import { writeInstant } from '../../../shared/calendar/written.ts';
import { columns, counted } from '../columns.ts';
import { spoken } from '../durations.ts';
import { momentText } from '../explain/moment.ts';
import type { Change } from './changes.ts';
import type { Move } from './moves.ts';

/** In what a document differs from the edition in force, and what that would mean for the open tickets of its policy. */
export interface Difference {
  readonly policy: string;
  readonly edition: string;
  readonly inForce: string | undefined;
  readonly targets: readonly Change[];
  readonly other: readonly Change[];
  /** How many are open. */
  readonly tickets: number;
  readonly moves: readonly Move[];
}

/** The difference as JSON, its times in a zone. */
export const differenceJson = (difference: Difference, zone: string): object => ({
  ...difference,
  inForce: difference.inForce ?? null,
  moves: difference.moves.map(move => moveJson(move, zone)),
});

/** The difference for people, its times in a zone. */
export function differenceText({ policy, edition, inForce, targets, other, tickets, moves }: Difference, zone: string) {
  const since =
    inForce === undefined ? 'of which no edition is in force' : `against edition ${inForce}, which is in force`;
  const moved = columns(
    moves.map(move => moveText(move, zone)),
    '  ',
  );
  return [
    `${policy}, edition ${edition}, ${since}`,
    ...section('Targets', targets.map(changeText)),
    ...section('Otherwise', other.map(changeText)),
    ...section(`Due times of ${counted(tickets, 'open ticket')}`, moved),
  ].join('\n');
}

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? ['', `${title}: no change`] : ['', `${title}:`, ...lines];

function changeText({ what, before, after }: Change): string {
  if (before === undefined) return `  + ${what}: ${after}`;
  return after === undefined ? `  - ${what}: ${before}` : `  ~ ${what}: ${before} → ${after}`;
}

function moveText({ ticket, metric, before, after, by }: Move, zone: string): readonly string[] {
  const write = (at: Instant | undefined) => (at === undefined ? 'not due' : momentText(at, zone));
  const length = by === undefined ? '' : `${spoken(Math.abs(by))} ${by < 0 ? 'earlier' : 'later'}`;
  return [ticket.id, metric, `${write(before)} → ${write(after)}`, length];
}

const moveJson = ({ ticket, metric, before, after, by }: Move, zone: string): object => ({
  ticket,
  metric,
  before: before === undefined ? null : writeInstant(before, zone),
  after: after === undefined ? null : writeInstant(after, zone),
  ...(by === undefined ? {} : { by: isoDuration(by), milliseconds: by }),
});
