import type * as z from 'zod';
import { ALWAYS } from '../../calendar/definition.ts';
import { DAY } from '../../calendar/instant.ts';
import { type EpochDay, weekday } from '../../calendar/local-date.ts';
import { neverOpens } from '../../calendar/never-opens.ts';
import type { Window } from '../../calendar/window.ts';
import type { LocalHours, PolicyCalendar } from '../policy-calendar.ts';
import { calendarFields, holidayShape, variantShape } from './calendar-shape.ts';
import { described, type Finding, type Path, quoted } from './fault.ts';
import { at, type Part, partsOf } from './fields.ts';
import { type HolidayReader, holidayReader } from './holiday-reading.ts';
import { dayName, parseDays } from './week-text.ts';

type VariantText = z.output<typeof variantShape>;

interface Reading {
  readonly firstDay: EpochDay;
  readonly holidaysOf: HolidayReader;
  readonly findings: Finding[];
}

/**
 * The calendars of a raw document, holidays made dates; what is wrong with them goes to `findings`, and a faulty one may be missing.
 * Holidays before `firstDay`, when no ticket runs under the policy yet, and on days that are closed in any week are left out.
 */
export function readCalendars(raw: unknown, firstDay: EpochDay, findings: Finding[]): Record<string, PolicyCalendar> {
  const calendars: Record<string, PolicyCalendar> = {};
  const reading = { firstDay, holidaysOf: holidayReader(firstYear(firstDay), findings), findings };
  for (const part of partsOf(calendarFields, raw, ['calendars'])) {
    const calendar = part.raw === '24x7' ? ALWAYS : readCalendar(part, reading);
    if (calendar !== undefined) calendars[part.name] = calendar;
  }
  return calendars;
}

const firstYear = (day: EpochDay): number => new Date(day * DAY).getUTCFullYear();

function readCalendar(part: Part<z.output<typeof calendarFields>>, reading: Reading): PolicyCalendar | undefined {
  const base = readHours(part, reading);
  const listed = at(part.raw, 'variants');
  if (base === undefined || listed === undefined) return base;
  const variants = partsOf(variantShape, listed, [...part.path, 'variants']).flatMap(variant => {
    const hours = readHours(variant, reading, base);
    return hours === undefined ? [] : [{ when: variant.fields.when ?? {}, ...hours }];
  });
  return { ...base, variants };
}

function readHours(
  { path, raw, fields }: Part<Partial<VariantText>>,
  { firstDay, holidaysOf, findings }: Reading,
  base?: LocalHours,
): LocalHours | undefined {
  const before = findings.length;
  const listed = at(raw, 'holidays');
  const holidays = (Array.isArray(listed) ? listed : []).flatMap((text, index) => {
    const holiday = holidayShape.safeParse(text).data;
    return holiday === undefined ? [] : holidaysOf(holiday, [...path, 'holidays', index]);
  });
  const zone = zoneOf(fields.zone) ?? base;
  const week = fields.hours === undefined ? base?.week : weekOf(fields.hours, [...path, 'hours'], findings);
  const isRead = fields.exceptions !== undefined || at(raw, 'exceptions') === undefined;
  if (zone === undefined || week === undefined || !isRead || findings.length > before) return undefined;
  const counts = (day: EpochDay) => day >= firstDay && week[weekday(day)]!.length > 0;
  const definition: LocalHours = {
    zone: zone.zone,
    ...(zone.zoneFrom === undefined ? {} : { zoneFrom: zone.zoneFrom }),
    week,
    holidays: [...new Set(holidays.filter(counts))].toSorted((a, b) => a - b),
    exceptions: fields.exceptions ?? {},
  };
  const reason = neverOpens({ ...definition, holidays });
  if (reason === undefined) return definition;
  const found = described(at(raw, 'hours'));
  findings.push({ path: [...path, 'hours'], found, expected: 'a calendar that opens', message: reason });
  return undefined;
}

function zoneOf(zone: VariantText['zone']): Pick<LocalHours, 'zone' | 'zoneFrom'> | undefined {
  if (zone === undefined) return undefined;
  return typeof zone === 'string' ? { zone } : { zone: zone.otherwise, zoneFrom: zone.attribute };
}

function weekOf(
  hours: Exclude<VariantText['hours'], undefined>,
  path: Path,
  findings: Finding[],
): readonly (readonly Window[])[] {
  if (hours === '24x7') return ALWAYS.week;
  const week: (readonly Window[])[] = Array.from({ length: 7 }, () => []);
  const told = new Set<number>();
  for (const [days, windows] of Object.entries(hours)) {
    for (const day of parseDays(days)!) {
      if (told.has(day)) {
        const message = `${dayName(day)} is told twice`;
        findings.push({ path: [...path, days], at: 'key', found: quoted(days), expected: 'every day once', message });
      }
      told.add(day);
      week[day] = windows;
    }
  }
  return week;
}
