/** What the clock on the wall shows: a date as `YYYY-MM-DD`, the one before it, and milliseconds since that date's midnight. */
export interface Reading {
  readonly date: string;
  readonly dateBefore: string;
  readonly time: number;
}

/** A stretch of time in one zone, read off the wall at every step; slow, and by Intl alone. */
export interface Wall {
  readonly zone: string;
  readonly from: number;
  readonly step: number;
  readonly readings: readonly Reading[];
  /** The dates it shows. */
  readonly dates: readonly string[];
  /** What a failing law prints. */
  toString(): string;
}

/** Reads the wall once per step, at the step's beginning; the step must be so short that nothing changes within one. */
export function readWall(zone: string, from: number, steps: number, step = 60_000): Wall {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const readings = Array.from({ length: steps }, (_, n) => read(format, from + n * step));
  const dates = [...new Set(readings.map(({ date }) => date))];
  return { zone, from, step, readings, dates, toString: () => `${zone} from ${new Date(from).toISOString()}` };
}

function read(format: Intl.DateTimeFormat, t: number): Reading {
  const shown = /^(\d+-\d+-\d+), (\d+):(\d+):(\d+)$/.exec(format.format(t));
  if (!shown) throw new Error(`cannot read ${format.format(t)}`);
  const [, date, hours, minutes, seconds] = shown as unknown as [string, string, string, string, string];
  const midnight = new Date(`${date}T00:00:00Z`);
  midnight.setUTCDate(midnight.getUTCDate() - 1);
  const time = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  return { date, dateBefore: midnight.toISOString().slice(0, 10), time };
}
