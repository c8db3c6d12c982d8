import type { CalendarDefinition } from '../../../shared/calendar/definition.ts';
import { formatWindow } from '../../../shared/calendar/window.ts';
import { targetText } from '../../../shared/clock/clock-stand.ts';
import type { Ladder } from '../../../shared/policy/ladder.ts';
import type { Policy } from '../../../shared/policy/policy.ts';
import { columns, counted } from '../columns.ts';
import { spoken } from '../durations.ts';
import { conditionText } from './condition-text.ts';

/** What a policy promises to whom, for people. */
export const policyText = (policy: Policy): readonly string[] => [
  ...(policy.source === undefined ? [] : [`Source: ${policy.source}`]),
  `For ${conditionText(policy.match)}, with precedence ${policy.precedence}`,
  ...(policy.reopenWithin === undefined
    ? []
    : [`Reopened within ${spoken(policy.reopenWithin)} it is the same request`]),
  '',
  `Severities: ${policy.severity.set.join(', ')}; ${policy.severity.fallback} where none is told`,
  ...policy.severity.derive.map(
    ({ when, severity, because }) => `  ${severity} when ${conditionText(when)}: ${because}`,
  ),
  ...policy.severity.cap.map(
    ({ when, severity, because }) => `  at most ${severity} when ${conditionText(when)}: ${because}`,
  ),
  '',
  'Targets:',
  ...columns(
    policy.targets.map(({ metric, when, target, calendar, ladder }) => [
      metric,
      conditionText(when),
      targetText(target),
      calendar,
      ladder ?? '',
    ]),
    '  ',
  ),
  '',
  'Calendars:',
  ...columns(
    Object.entries(policy.calendars).flatMap(([name, calendar]) => [
      [name, calendar.zone, hoursText(calendar)],
      ...(calendar.variants ?? []).map(variant => [
        '',
        variant.zone,
        `${hoursText(variant)} when ${conditionText(variant.when)}`,
      ]),
    ]),
    '  ',
  ),
  ...(Object.keys(policy.ladders).length === 0 ? [] : ['', 'Ladders:']),
  ...columns(
    Object.entries(policy.ladders).flatMap(([name, ladder]) =>
      rungLines(ladder).map((line, index) => [index === 0 ? name : '', ...line]),
    ),
    '  ',
  ),
];

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function hoursText({ week, holidays, exceptions }: CalendarDefinition): string {
  const days = DAYS.map((day, index) => ({ day, hours: (week[index] ?? []).map(formatWindow).join(' ') }));
  const runs: { from: string; to: string; hours: string }[] = [];
  for (const { day, hours } of days) {
    const last = runs.at(-1);
    if (last?.hours === hours) last.to = day;
    else runs.push({ from: day, to: day, hours });
  }
  const open = runs
    .filter(({ hours }) => hours !== '')
    .map(({ from, to, hours }) => `${from === to ? from : `${from}-${to}`} ${hours}`);
  const notes = [
    holidays.length > 0 ? counted(holidays.length, 'holiday') : '',
    Object.keys(exceptions).length > 0 ? counted(Object.keys(exceptions).length, 'exception') : '',
  ];
  return [...open, ...notes.filter(Boolean)].join(', ');
}

const rungLines = (ladder: Ladder): readonly (readonly string[])[] =>
  ladder.map(({ id, notify, repeat }) => [
    id,
    notify.map(({ channel, to }) => `${channel} ${to}`).join(', '),
    repeat
      ? `again every ${spoken(repeat.every)}${repeat.wall ? ' of any hours' : ''}, at most ${counted(repeat.times, 'time')}`
      : '',
  ]);
