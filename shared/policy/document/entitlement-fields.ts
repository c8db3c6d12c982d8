import { METRICS } from '../../metric/metrics.ts';
import { type Path, pathText } from './fault.ts';
import { nearest } from './nearest.ts';

/** Something that is told of an entitlement by name: `valid from`, `plan`, `first response A`. */
export interface EntitlementField {
  readonly name: string;
  readonly text: string;
}

/** An entitlement that was told field by field, not looked at yet. */
export interface RawEntitlement<F extends EntitlementField> {
  readonly value: unknown;
  /** The field that stands at a place of it, or around it; undefined where none does. */
  fieldAt(path: Path): F | undefined;
}

const OWN = ['customer', 'tenant', 'valid from', 'valid to'];
const METRIC_NAMES = METRICS.map(metric => metric.name);

/**
 * Puts fields together. Those called customer, tenant, valid from and valid to are those; one called after a metric, with or without
 * a severity (`first response A`), is a time of the contract; any other is an attribute.
 */
export function rawEntitlement<F extends EntitlementField>(fields: readonly F[]): RawEntitlement<F> {
  const own: Record<string, string> = {};
  const attributes: Record<string, string> = {};
  const targets: object[] = [];
  const places = new Map<string, F>();
  for (const field of fields) {
    const { name, text } = field;
    const metric = metricOf(name);
    if (OWN.includes(name)) {
      own[name] = text;
      places.set(pathText([name]), field);
    } else if (metric === undefined) {
      attributes[name] = text;
      places.set(pathText(['attributes', name]), field);
    } else {
      const severity = name.slice(metric.length).trim();
      places.set(pathText(['targets', targets.length]), field);
      targets.push({ metric, ...(severity === '' ? {} : { severity }), target: text });
    }
  }
  return {
    value: { ...own, attributes, targets },
    fieldAt: path =>
      path.map((_, length) => places.get(pathText(path.slice(0, path.length - length)))).find(field => field),
  };
}

/** The metric that a name most likely begins with but for a slip; undefined for what is a metric, or plainly is none. */
export function misspeltMetric(name: string): string | undefined {
  if (metricOf(name) !== undefined) return undefined;
  const words = name.split(/\s+/);
  return METRIC_NAMES.find(metric => nearest(words.slice(0, metric.split(' ').length).join(' '), [metric]));
}

const metricOf = (name: string): string | undefined =>
  METRIC_NAMES.find(metric => name === metric || name.startsWith(`${metric} `));
