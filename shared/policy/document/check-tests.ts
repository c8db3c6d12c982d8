import { notASeverity } from './check-severities.ts';
import { type Finding, quoted } from './fault.ts';
import { at, namesOf, partsOf } from './fields.ts';
import { saysOneThing } from './test-reading.ts';
import { clockShape, eventShape, testShape } from './test-shape.ts';

/** Inline tests that do not begin with a creation, that say too much or too little at once, or expect what cannot be. */
export function* checkTests(raw: unknown, severities: readonly string[] | undefined): Generator<Finding> {
  const names = new Set<string>();
  for (const { path, raw: test, fields } of partsOf(testShape, at(raw, 'tests'), ['tests'])) {
    if (fields.name !== undefined && names.has(fields.name))
      yield { path: [...path, 'name'], found: quoted(fields.name), expected: 'every name once' };
    names.add(fields.name ?? '');
    yield* checkEvents(at(test, 'events'), [...path, 'events'], fields.at);
    if (namesOf(at(test, 'expect')).length === 0 && at(test, 'expect') !== undefined)
      yield { path: [...path, 'expect'], found: 'nothing', expected: 'a metric and what is true of its clock' };
    for (const { path: place, fields: clock } of partsOf(clockShape, at(test, 'expect'), [...path, 'expect']))
      if (clock.severity !== undefined && severities && !severities.includes(clock.severity))
        yield notASeverity([...place, 'severity'], clock.severity, severities);
  }
}

function* checkEvents(raw: unknown, path: Finding['path'], look: number | undefined): Generator<Finding> {
  for (const { name, path: place, raw: event, fields } of partsOf(eventShape, raw, path)) {
    if (!saysOneThing(event))
      yield {
        path: place,
        found:
          namesOf(event)
            .filter(key => key !== 'at')
            .join(' and ') || 'nothing',
        expected: 'one of created, status, set, reply, deleted, merged (status may come with created or set)',
      };
    const isFirst = name === 0;
    if (isFirst !== (at(event, 'created') !== undefined))
      yield {
        path: place,
        found: isFirst ? 'another event' : 'a second creation',
        expected: 'the creation first, and once',
      };
    if (isFirst && look !== undefined && fields.at !== undefined && look < fields.at)
      yield {
        path: [...path.slice(0, -1), 'at'],
        found: 'a moment before it',
        expected: 'a moment after the creation',
      };
  }
}
