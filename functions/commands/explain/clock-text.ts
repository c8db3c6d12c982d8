import { acknowledgementText, RUNS_ON } from '../../../shared/clock/acknowledgement.ts';
import type { ClockExplanation } from '../../../shared/clock/explanation.ts';
import { columns } from '../columns.ts';
import { spoken } from '../durations.ts';
import { becauseText } from '../policy/condition-text.ts';
import { momentInBoth, momentText, type Zones } from './moment.ts';

/** Why a clock stands where it stands, for people: a sentence, its facts, and the ledger of its time. */
export function clockText(clock: ClockExplanation, reader: string): readonly string[] {
  const zones = { zone: clock.zone, reader };
  const facts = [
    ['target', `${clock.target}, ${becauseText(clock.when)}`],
    ...(clock.targetBecause === undefined ? [] : [['', clock.targetBecause]]),
    ['calendar', `${clock.calendar}, ${clock.zone}`],
    ...(clock.hoursBecause === undefined ? [] : [['', clock.hoursBecause]]),
    ...(clock.opensAt === undefined ? [] : [['opens', momentInBoth(clock.opensAt, zones)]]),
    ['due', clock.due === undefined ? 'not now' : momentInBoth(clock.due, zones)],
    ['elapsed', spoken(clock.elapsed)],
    ...(clock.remaining === undefined ? [] : [['remaining', spoken(clock.remaining)]]),
    ...(clock.breachedAt === undefined ? [] : [['breached', momentInBoth(clock.breachedAt, zones)]]),
    ...acknowledgedRows(clock, zones),
    ...clock.superseded.map(({ breachedAt, at }) => [
      'taken back',
      `the breach of ${momentText(breachedAt, clock.zone)}, on ${momentInBoth(at, zones)}`,
    ]),
  ];
  return [
    `${clock.metric}: ${clock.state}, ${clock.outcome}`,
    `  ${sentence(clock)}`,
    ...columns(facts, '  '),
    ...ledger(clock, reader),
  ];
}

function acknowledgedRows({ acknowledged, state }: ClockExplanation, zones: Zones): readonly string[][] {
  if (acknowledged === undefined) return [];
  const runsOn = acknowledged.resolvedThere && (state === 'running' || state === 'paused') ? [['', RUNS_ON]] : [];
  const { at } = acknowledged;
  return [['acknowledged', `by ${acknowledgementText(acknowledged)}, on ${momentInBoth(at, zones)}`], ...runsOn];
}

function sentence(clock: ClockExplanation): string {
  const { zone, target, calendar, startedAt, state, due, elapsed, remaining, segments } = clock;
  const started = momentText(startedAt, zone);
  const held = heldText(clock);
  const end = momentText(segments.at(-1)?.to ?? startedAt, zone);
  if (state === 'cancelled') return `It was called off on ${end}, after ${spoken(elapsed)}.`;
  if (state === 'stopped')
    return `It was stopped on ${end}, after ${spoken(elapsed)} of the hours of ${calendar}, counted from ${started}${held}; the target is ${target}.`;
  if (remaining === undefined)
    return `Nothing is committed; ${spoken(elapsed)} have passed on ${calendar} since ${started}${held}.`;
  if (due === undefined)
    return `It stands still and is not due: ${spoken(elapsed)} have passed on ${calendar} since ${started}, ${remaining < 0 ? 'and it is late by' : 'which leaves'} ${spoken(Math.abs(remaining))}${held}.`;
  return `It ${clock.outcome === 'breached' ? 'was' : 'is'} due on ${momentText(due, zone)}, since ${target} on ${calendar} began on ${started}${held}.`;
}

function heldText({ segments }: ClockExplanation): string {
  const paused = segments.filter(segment => segment.kind === 'paused');
  if (paused.length === 0) return '';
  const length = paused.reduce((sum, { from, to }) => sum + to - from, 0);
  return `, and ${spoken(length)} of ${[...new Set(paused.map(({ status }) => status))].join(' and ')} do not count`;
}

function ledger({ segments, elapsed, zone }: ClockExplanation, reader: string): readonly string[] {
  const isElsewhere = segments.some(({ from }) => momentText(from, zone) !== momentText(from, reader));
  const times = (at: number, of: string) => momentText(at, of);
  const rows = segments.map(segment => [
    times(segment.from, zone),
    times(segment.to, zone),
    ...(isElsewhere ? [times(segment.from, reader), times(segment.to, reader)] : []),
    segment.kind === 'paused' ? segment.status : segment.kind,
    spoken(segment.to - segment.from),
  ]);
  const head = ['from', 'to', ...(isElsewhere ? [`from, ${reader}`, `to, ${reader}`] : []), '', ''];
  const sum = ['', '', ...(isElsewhere ? ['', ''] : []), 'running in all', spoken(elapsed)];
  return segments.length === 0 ? [] : ['', ...columns([head, ...rows, sum], '    ')];
}
