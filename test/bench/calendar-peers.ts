import { createRequire } from 'node:module';
import dayjs from 'dayjs';
import businessTime from 'dayjs-business-time';
import { DateTime } from 'luxon';

/** Another way to do arithmetic on Mon-Fri 09:00-17:00 with holidays, in the zone of the process or in Berlin. */
export interface Peer {
  readonly name: string;
  add(t: number, minutes: number): number;
  elapsed(from: number, to: number): number;
}

interface WorkingMoment {
  addWorkingTime(count: number, unit: string): WorkingMoment;
  workingDiff(other: WorkingMoment, unit: string): number;
  valueOf(): number;
}
type Moment = ((t: number) => WorkingMoment) & { updateLocale(name: string, settings: object): void };

/** The peers, set up with the same holidays (`YYYY-MM-DD`). */
export function calendarPeers(holidays: readonly string[]): readonly Peer[] {
  return [dayjsPeer(holidays), luxonPeer(holidays), momentPeer(holidays)];
}

function dayjsPeer(holidays: readonly string[]): Peer {
  dayjs.extend(businessTime);
  const open = [{ start: '09:00:00', end: '17:00:00' }];
  const week = { monday: open, tuesday: open, wednesday: open, thursday: open, friday: open };
  dayjs.setBusinessTime({ ...week, saturday: null, sunday: null });
  dayjs.setHolidays([...holidays]);
  return {
    name: 'dayjs-business-time',
    add: (t, minutes) => dayjs(t).addBusinessMinutes(minutes).valueOf(),
    elapsed: (from, to) => dayjs(to).businessMinutesDiff(dayjs(from)) * 60_000,
  };
}

function momentPeer(holidays: readonly string[]): Peer {
  const require = createRequire(import.meta.url);
  require('moment-business-time');
  const moment: Moment = require('moment');
  const open = ['09:00:00', '17:00:00'];
  moment.updateLocale('en', {
    workinghours: { 0: null, 1: open, 2: open, 3: open, 4: open, 5: open, 6: null },
    holidays,
  });
  return {
    name: 'moment-business-time',
    add: (t, minutes) => moment(t).addWorkingTime(minutes, 'minutes').valueOf(),
    elapsed: (from, to) => moment(to).workingDiff(moment(from), 'minutes') * 60_000,
  };
}

/** What one writes by hand: day by day, cutting each day's window. */
function luxonPeer(holidays: readonly string[]): Peer {
  const closed = new Set(holidays);
  const windows = function* (t: number): Generator<[number, number]> {
    for (let day = DateTime.fromMillis(t, { zone: 'Europe/Berlin' }).startOf('day'); ; day = day.plus({ days: 1 })) {
      if (day.weekday > 5 || closed.has(day.toISODate()!)) continue;
      yield [day.set({ hour: 9 }).toMillis(), day.set({ hour: 17 }).toMillis()];
    }
  };
  return {
    name: 'luxon, day walk by hand',
    add(t, minutes) {
      let left = minutes * 60_000;
      for (const [opens, closes] of windows(t)) {
        const begin = Math.max(t, opens);
        if (closes - begin >= left) return begin + left;
        left -= Math.max(0, closes - begin);
      }
      return Number.NaN;
    },
    elapsed(from, to) {
      let sum = 0;
      for (const [opens, closes] of windows(from)) {
        if (opens >= to) break;
        sum += Math.max(0, Math.min(to, closes) - Math.max(from, opens));
      }
      return sum;
    },
  };
}
