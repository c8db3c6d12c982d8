import { type Calendar, compileCalendar } from '../../calendar/calendar.ts';
import { DAY, type Duration, type Instant } from '../../calendar/instant.ts';
import { parseLocalDate } from '../../calendar/local-date.ts';
import type { PolicyCalendar } from '../policy-calendar.ts';
import type { Target } from '../target.ts';
import { unheldDue } from '../unheld-due.ts';
import { described, type Finding } from './fault.ts';
import { at, fieldsOf, partsOf } from './fields.ts';
import { MOST_RUNGS, rungShape } from './ladder-shape.ts';
import { policyDocument } from './policy-document.ts';
import { MOST_ROWS, targetShape } from './target-shape.ts';

const YEAR = 366 * DAY;
const FARTHEST = 20 * YEAR;

/**
 * Rows whose target, or a rung of whose ladder, lies more than 20 years away on their calendar, for a ticket of the edition's
 * first day or of five years later. Calendars know the years 1970-2100 only, and a clock that looks beyond them fails.
 */
export function* checkReach(raw: unknown, calendars: Readonly<Record<string, PolicyCalendar>>): Generator<Finding> {
  const edition = fieldsOf(policyDocument.pick({ edition: true }), raw).edition;
  if (edition === undefined) return;
  const from = parseLocalDate(edition)! * DAY;
  const compiled = new Map(
    Object.entries(calendars).map(([name, calendar]) => [
      name,
      [calendar, ...(calendar.variants ?? [])].map(compileCalendar),
    ]),
  );
  for (const { path, raw: row, fields } of partsOf(targetShape, at(raw, 'targets'), ['targets']).slice(0, MOST_ROWS)) {
    const { target, ladder } = fields;
    const hours = compiled.get(fields.calendar ?? '');
    if (target === undefined || hours === undefined) continue;
    const reach = reachOf(ladder === undefined ? undefined : at(at(raw, 'ladders'), ladder));
    const starts = [from, from + 5 * YEAR];
    if (hours.every(calendar => starts.every(start => isNear(calendar, start, target, reach)))) continue;
    const message = 'this target, or a rung of its ladder, lies more than 20 years away on the calendar';
    yield { path: [...path, 'target'], found: described(at(row, 'target')), expected: 'a time that comes', message };
  }
}

/** How far a ladder looks beyond the start or the due instant of a clock, its repeats included, and how far before the due instant. */
function reachOf(ladder: unknown): { readonly ahead: Duration; readonly back: Duration } {
  const rungs = partsOf(rungShape, ladder, []).slice(0, MOST_RUNGS);
  const lengths = rungs.map(({ fields: { at, repeat } }) => ({
    ahead:
      (at?.at.kind === 'after' || at?.at.kind === 'age' ? at.at.duration : 0) +
      (repeat ? repeat.every * repeat.times : 0),
    back: at?.at.kind === 'before' ? at.at.duration : 0,
  }));
  const longest = (side: 'ahead' | 'back') => Math.max(0, ...lengths.map(length => length[side]));
  return { ahead: longest('ahead'), back: longest('back') };
}

function isNear(
  calendar: Calendar,
  start: Instant,
  target: Target,
  { ahead, back }: ReturnType<typeof reachOf>,
): boolean {
  if (ahead > FARTHEST || (target.kind === 'duration' && target.duration > FARTHEST)) return false;
  try {
    const last = calendar.add(unheldDue(target, calendar, start) ?? calendar.nextOpening(start), ahead);
    return last - start <= FARTHEST && start - calendar.add(start, -back) <= FARTHEST;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
