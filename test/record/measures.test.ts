import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Emitted } from '../../infra/local/emitted-record.ts';
import { placesOf } from '../../infra/local/places.ts';
import { alarmPlans } from '../../infra/local/watch/alarm-plan.ts';
import { type Content, dashboardPlans, type LinePlan } from '../../infra/local/watch/dashboard-plan.ts';
import type { SearchQuery, SingleQuery } from '../../infra/local/watch/query.ts';
import { MEASURES, type MeasureName } from '../../shared/measure/measures.ts';
import { template } from '../infra/template.ts';
import { kept, notRun } from './whole-run.ts';

/** A series somebody looks at: where a search looks, its dimensions have any value. */
interface Shown {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string | undefined>>;
}

const linesOf = (content: Content): readonly LinePlan[] =>
  content.kind === 'graph' ? content.lines : content.kind === 'number' ? [content.line] : [];

function shownBy(query: SingleQuery | SearchQuery): readonly Shown[] {
  switch (query.kind) {
    case 'metric':
      return [query.metric];
    case 'math':
      return Object.values(query.of).flatMap(shownBy);
    case 'search': {
      const { namespace, name, dimensions, where } = query;
      return [{ namespace, name, dimensions: Object.fromEntries(dimensions.map(each => [each, where[each]])) }];
    }
  }
}

const places = placesOf(template, 'http://127.0.0.1');
const contents = dashboardPlans(template, places).flatMap(({ widgets }) => widgets.map(({ content }) => content));
const queries = [
  ...contents.flatMap(linesOf).map(({ query }) => query),
  ...alarmPlans(template, places).flatMap(plan => (plan.kind === 'metric' ? [plan.query] : [])),
];
const inWords = ({ name, dimensions }: Shown): string =>
  [name, ...Object.entries(dimensions).map(([key, value]) => `${key} ${value ?? '*'}`)].toSorted().join(', ');
const ours = queries.flatMap(shownBy).filter(({ namespace }) => namespace === 'Timekeeper');
const shown = new Map(ours.map(each => [inWords(each), each]));

const written = kept('.emitted').flatMap(file => JSON.parse(readFileSync(file, 'utf8')) as readonly Emitted[]);
const emitted = [...new Map(written.map(each => [JSON.stringify(each), each])).values()];

const isOf = (series: Emitted, { name, dimensions }: Shown): boolean =>
  series.name === name &&
  Object.keys(series.dimensions).toSorted().join() === Object.keys(dimensions).toSorted().join() &&
  Object.entries(dimensions).every(([key, value]) => value === undefined || series.dimensions[key] === value);

/** A machine hears what its functions write; this means something only after all other tests. */
describe.skipIf(notRun().length > 0)('a measure', () => {
  it.each([...shown])('that is looked at is emitted by some test: %s', (_, wanted) => {
    expect(emitted.some(series => isOf(series, wanted))).toBe(true);
  });

  it('that is emitted is looked at, and has the unit it is known by', () => {
    const isKnown = ({ name, unit }: Emitted) => MEASURES[name as MeasureName]?.unit === unit;
    const unseen = emitted.filter(series => !isKnown(series) || !ours.some(wanted => isOf(series, wanted)));
    expect(unseen).toEqual([]);
  });
});

/** Which sign a graph of a unit has in its title. */
const SIGNS = { Count: '', Milliseconds: '(ms)', Percent: '(%)' } as const;

it.each(contents.flatMap(content => linesOf(content).map(line => ({ content, line }))))(
  'a graph says the unit of what it shows: $content.title, $line.label',
  ({ content, line }) => {
    const units = shownBy(line.query)
      .filter(({ namespace }) => namespace === 'Timekeeper')
      .map(({ name }) => MEASURES[name as MeasureName].unit);
    const title = 'title' in content ? content.title : '';
    for (const unit of units) expect(/\((ms|%)\)$/.exec(title)?.[0] ?? '').toBe(SIGNS[unit]);
  },
);
