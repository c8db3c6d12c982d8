import { type Calendar, compileCalendar } from '../../shared/calendar/calendar.ts';
import type { CalendarDefinition } from '../../shared/calendar/definition.ts';
import { DAY, MINUTE } from '../../shared/calendar/instant.ts';
import { parseLocalDate } from '../../shared/calendar/local-date.ts';
import { openSpans, windowsOn } from '../../shared/calendar/open-spans.ts';
import { layOut } from '../../shared/calendar/span-table.ts';
import { parseWindow } from '../../shared/calendar/window.ts';
import { regimesBetween } from '../../shared/calendar/zone.ts';
import { calendarPeers, type Peer } from './calendar-peers.ts';
import { perSecond, shown } from './rate.ts';

const FIRST_YEAR = 2015;
const YEARS = 12;
const DATES = ['01-01', '01-06', '03-19', '05-01', '06-11', '08-15', '10-03', '11-01', '12-25', '12-26'];
const HOLIDAYS = Array.from({ length: YEARS + 1 }, (_, n) => DATES.map(date => `${FIRST_YEAR + n}-${date}`)).flat();
const OPEN = [parseWindow('09:00-17:00')];
const OFFICE: CalendarDefinition = {
  zone: 'Europe/Berlin',
  week: [OPEN, OPEN, OPEN, OPEN, OPEN, [], []],
  holidays: HOLIDAYS.map(date => parseLocalDate(date)!),
  exceptions: {},
};
/** Zones that change their clocks twice a year, and that nothing else here has asked about. */
const NEW_ZONES = [
  'Europe/Vienna',
  'Europe/Paris',
  'Europe/Madrid',
  'Europe/Rome',
  'America/New_York',
  'America/Denver',
];
const ROUNDS = 100;
const INSTANTS = Float64Array.from({ length: 10_000 }, () =>
  Math.floor(Date.UTC(FIRST_YEAR, 0) + Math.random() * YEARS * 365 * DAY),
);
const PEER_INSTANTS = [...INSTANTS.subarray(0, 100)];

/** Prints how many additions and differences a second a calendar does beside its peers, and what a year of it takes to make and keep. */
export async function calendarBench(): Promise<void> {
  const zone = process.env.TZ;
  process.env.TZ = OFFICE.zone;
  const peers = calendarPeers(HOLIDAYS);
  const calendar = compileCalendar(OFFICE);
  const rows = [60, 480, 14_400].map(minutes =>
    compare(`add ${shown(minutes)} min`, addRate(calendar, minutes * MINUTE), peers, (peer, t) => peer.add(t, minutes)),
  );
  for (const days of [7, 90]) {
    const rate = elapsedRate(calendar, days * DAY);
    rows.push(compare(`elapsed ${days} d`, rate, peers, (peer, t) => peer.elapsed(t, t + days * DAY)));
  }
  console.log(
    'Calendar: Mon-Fri 09:00-17:00 Europe/Berlin, 10 holidays a year, random instants of 12 years, operations a second',
  );
  console.table(Object.assign({}, ...rows));
  for (let warm = 0; warm < 5; warm++) compileMicroseconds('Europe/Berlin');
  const fresh = Math.min(...NEW_ZONES.map(compileMicroseconds));
  const known = Math.min(...NEW_ZONES.map(compileMicroseconds));
  console.log(`compile a calendar-year: ${fresh.toFixed(0)} us in a new zone, ${known.toFixed(0)} us in a known one`);
  console.log(`keep a calendar-year: ${(bytes() / YEARS / 1024).toFixed(1)} KiB`);
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
}

/** Each its own loop: one that took the operation as a function would measure the call of it. */
function addRate(calendar: Calendar, d: number): number {
  return perSecond(INSTANTS.length * ROUNDS, () => {
    let sum = 0;
    for (let n = 0; n < INSTANTS.length * ROUNDS; n++) sum += calendar.add(INSTANTS[n % INSTANTS.length]!, d);
    return sum;
  });
}

function elapsedRate(calendar: Calendar, length: number): number {
  return perSecond(INSTANTS.length * ROUNDS, () => {
    let sum = 0;
    for (let n = 0; n < INSTANTS.length * ROUNDS; n++) {
      const t = INSTANTS[n % INSTANTS.length]!;
      sum += calendar.elapsed(t, t + length);
    }
    return sum;
  });
}

function compare(name: string, rate: number, peers: readonly Peer[], ask: (peer: Peer, t: number) => number): object {
  const row: Record<string, string> = { timekeeper: shown(rate) };
  let fastest = 0;
  for (const peer of peers) {
    const theirs = perSecond(PEER_INSTANTS.length, () => PEER_INSTANTS.reduce((sum, t) => sum + ask(peer, t), 0));
    row[peer.name] = shown(theirs);
    fastest = Math.max(fastest, theirs);
  }
  row['x the fastest'] = shown(rate / fastest);
  return { [name]: row };
}

/** The mean of all years 1970-2100, each by a new calendar; the first time its zone's changes of the clocks have to be found too. */
function compileMicroseconds(zone: string): number {
  const years = Array.from({ length: 131 }, (_, n) => Date.UTC(1970 + n, 6));
  const start = performance.now();
  for (const t of years) compileCalendar({ ...OFFICE, zone }).nextOpening(t);
  return ((performance.now() - start) / years.length) * 1000;
}

function bytes(): number {
  const [from, to] = [Date.UTC(FIRST_YEAR, 0), Date.UTC(FIRST_YEAR + YEARS, 0)];
  const table = layOut(from, to, openSpans(windowsOn(OFFICE), regimesBetween(OFFICE.zone, from, to)));
  return table.pairs.byteLength + table.byInstant.places.byteLength + table.byOpened.places.byteLength;
}

if (import.meta.main) await calendarBench();
