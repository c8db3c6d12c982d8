import { type Duration, type Instant, MINUTE } from '../../../shared/calendar/instant.ts';
import type { MeasureName } from '../../../shared/measure/measures.ts';
import type { Reading } from '../output.ts';
import type { SeriesView } from './snapshot.ts';

type Counted = Pick<Reading, 'name' | 'at' | 'values'>;

const BUCKETS = 48;

/** The small charts: what each shows of which readings. */
const CHARTS: readonly { readonly title: string; readonly names: readonly MeasureName[]; readonly of: Kind }[] = [
  { title: 'Ticket events', names: ['TicketEvents'], of: 'sum' },
  { title: 'Warnings', names: ['Warnings'], of: 'sum' },
  { title: 'Breaches', names: ['Breaches'], of: 'sum' },
  { title: 'Met', names: ['Met', 'Missed'], of: 'share' },
  { title: 'Lateness', names: ['Lateness'], of: 'worst' },
  { title: 'Deliveries', names: ['Deliveries'], of: 'sum' },
];

type Kind = 'sum' | 'worst' | 'share';

/** How long a bucket is when virtual time goes at a rate: a minute at the least, and never more than a few new ones a second. */
export const bucketLength = (rate: number): Duration => Math.max(MINUTE, Math.ceil((rate * 500) / MINUTE) * 5 * MINUTE);

/** Every chart's last buckets up to `now`. */
export function seriesOf(readings: readonly Counted[], now: Instant, bucket: Duration): readonly SeriesView[] {
  const last = Math.floor(now / bucket);
  return CHARTS.map(({ title, names, of }) => {
    const buckets: Counted[][] = Array.from({ length: BUCKETS }, () => []);
    for (const reading of readings) {
      const place = BUCKETS - 1 - (last - Math.floor(reading.at / bucket));
      if (names.some(name => name === reading.name)) buckets[place]?.push(reading);
    }
    const unit = of === 'worst' ? 'ms' : of === 'share' ? '%' : 'count';
    const values = buckets.map(each => (of === 'share' && each.length === 0 ? 0 : amountOf(of, each)));
    return { key: names[0]!, title, unit, total: amountOf(of, buckets.flat()), values } as const;
  });
}

function amountOf(kind: Kind, readings: readonly Counted[]): number {
  const sum = (of: readonly Counted[]) => of.reduce((total, { values }) => values.reduce((a, b) => a + b, total), 0);
  switch (kind) {
    case 'sum':
      return sum(readings);
    case 'worst':
      return readings.reduce((worst, { values }) => Math.max(worst, ...values), 0);
    case 'share':
      return readings.length === 0 ? -1 : (100 * sum(readings.filter(({ name }) => name === 'Met'))) / sum(readings);
  }
}
