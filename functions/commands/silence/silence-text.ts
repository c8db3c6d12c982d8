import type { Instant } from '../../../shared/calendar/instant.ts';
import { endOf, type Matcher, type Silence, standingOf } from '../../../shared/notification/silence.ts';
import { momentText } from '../explain/moment.ts';
import { conditionText } from '../policy/condition-text.ts';

/** What there is to say about a silence, a cell each, its times in a zone: id, kind, standing, times, what it matches, who wants it and why. */
export function silenceText(silence: Silence, now: Instant, zone: string): readonly string[] {
  const { id, kind, matcher, from, to, author, reason, ended } = silence;
  const neverBegan = ended !== undefined && ended.at <= from;
  const until = `${momentText(from, zone)} – ${momentText(neverBegan ? to : endOf(silence), zone)} ${zone}`;
  const early = ended === undefined ? '' : `, ${neverBegan ? 'called off' : 'ended'} by ${ended.by}`;
  return [id, kind, standingOf(silence, now), `${until}${early}`, matcherText(matcher), `${author}: ${reason}`];
}

function matcherText({ for: condition = {}, ...named }: Matcher): string {
  const parts = Object.entries(named).map(([name, value]) => `${name} is ${value}`);
  return [...(Object.keys(condition).length === 0 ? [] : [conditionText(condition)]), ...parts].join(' and ');
}
