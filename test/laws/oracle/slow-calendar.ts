import type { Reading, Wall } from './wall.ts';

/** Opening hours as people write them: `HH:MM-HH:MM` for each weekday from Monday, and dates as `YYYY-MM-DD`. */
export interface Hours {
  readonly week: readonly (readonly string[])[];
  readonly holidays: readonly string[];
  readonly exceptions: Readonly<Record<string, readonly string[]>>;
}

/**
 * The one sentence and nothing else: an instant is open when its local wall-clock time lies in a window of its local date. It looks
 * at the wall step by step, knows only as much time as the wall does, and shares no code with the calendar it is held against.
 */
export class SlowCalendar {
  private readonly wall: Wall;
  private readonly hours: Hours;
  private readonly windows = new Map<string, number[][]>();

  constructor(wall: Wall, hours: Hours) {
    this.wall = wall;
    this.hours = hours;
  }

  isOpen(t: number): boolean {
    return this.isOpenIn(Math.floor((t - this.wall.from) / this.wall.step));
  }

  elapsed(from: number, to: number): number {
    if (to < from) return 0 - this.elapsed(to, from);
    let sum = 0;
    for (let step = Math.floor((from - this.wall.from) / this.wall.step); this.begin(step) < to; step++) {
      if (this.isOpenIn(step)) sum += Math.min(to, this.begin(step + 1)) - Math.max(from, this.begin(step));
    }
    return sum;
  }

  /** Undefined when the wall is not long enough. */
  add(from: number, d: number): number | undefined {
    if (d === 0) return from;
    return d > 0 ? this.forward(from, d) : this.backward(from, -d);
  }

  private forward(from: number, d: number): number | undefined {
    let left = d;
    let t = from;
    for (let step = Math.floor((from - this.wall.from) / this.wall.step); step < this.wall.readings.length; step++) {
      const end = this.begin(step + 1);
      if (this.isOpenIn(step)) {
        if (end - t >= left) return t + left;
        left -= end - t;
      }
      t = end;
    }
    return undefined;
  }

  /** The latest: time that is closed is gone through before the last of `d` is spent, and after it not at all. */
  private backward(from: number, d: number): number | undefined {
    let left = d;
    let t = from;
    for (let step = Math.ceil((from - this.wall.from) / this.wall.step) - 1; step >= 0; step--) {
      const begin = this.begin(step);
      if (this.isOpenIn(step)) {
        if (t - begin >= left) return t - left;
        left -= t - begin;
      }
      t = begin;
    }
    return undefined;
  }

  private begin(step: number): number {
    return this.wall.from + step * this.wall.step;
  }

  private isOpenIn(step: number): boolean {
    const { date, dateBefore, time }: Reading = this.wall.readings[step]!;
    const today = this.windowsOf(date).some(([from, to]) => from! <= time && time < to!);
    return today || this.windowsOf(dateBefore).some(([, to]) => time + 86_400_000 < to!);
  }

  private windowsOf(date: string): number[][] {
    let windows = this.windows.get(date);
    if (!windows) {
      windows = this.textsOf(date).map(text => {
        const [fromHour, fromMinute, toHour, toMinute] = text.split(/[:-]/).map(Number);
        const from = (fromHour! * 60 + fromMinute!) * 60_000;
        const to = (toHour! * 60 + toMinute!) * 60_000;
        return [from, to <= from ? to + 86_400_000 : to];
      });
      this.windows.set(date, windows);
    }
    return windows;
  }

  private textsOf(date: string): readonly string[] {
    const exception = this.hours.exceptions[date];
    if (exception) return exception;
    if (this.hours.holidays.includes(date)) return [];
    const sundayFirst = new Date(`${date}T00:00:00Z`).getUTCDay();
    return this.hours.week[(sundayFirst + 6) % 7]!;
  }
}
