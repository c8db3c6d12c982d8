/** How many values become one. */
export type Statistic = 'Sum' | 'Average' | 'Minimum' | 'Maximum' | 'SampleCount' | `p${number}`;

/** A statistic by the name a template calls it; throws for one that is not known on this machine. */
export function statisticNamed(name: string): Statistic {
  if (/^(Sum|Average|Minimum|Maximum|SampleCount|p\d+(\.\d+)?)$/.test(name)) return name as Statistic;
  throw new Error(`the template uses the statistic ${name}, which is not known on this machine`);
}

/** The statistic of some values; undefined of none, whatever it is, for CloudWatch has no datapoint then. */
export function statisticOf(values: readonly number[], statistic: Statistic): number | undefined {
  if (values.length === 0) return undefined;
  switch (statistic) {
    case 'Sum':
      return sum(values);
    case 'Average':
      return sum(values) / values.length;
    case 'Minimum':
      return values.reduce((a, b) => Math.min(a, b));
    case 'Maximum':
      return values.reduce((a, b) => Math.max(a, b));
    case 'SampleCount':
      return values.length;
    default:
      return percentile(values, Number(statistic.slice(1)));
  }
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** The smallest of the values that so many per cent of them do not exceed. */
function percentile(values: readonly number[], percent: number): number {
  const place = Math.ceil((percent / 100) * values.length) - 1;
  return values.toSorted((a, b) => a - b)[Math.max(0, place)]!;
}
