import { randomUUID } from 'node:crypto';
import { ACCOUNT, REGION } from './places.ts';
import type { Rule } from './plan.ts';
import type { QueueEngine } from './queue-engine.ts';

/** What somebody puts on the event bus. */
export interface BusEntry {
  readonly source: string;
  readonly detailType: string;
  readonly detail: unknown;
}

/** Puts entries on a bus: every rule of it that matches one sends its envelope on to the rule's queues, and `invoked` hears of it. */
export async function putOnBus(
  bus: Rule['bus'],
  rules: readonly Rule[],
  queues: QueueEngine,
  entries: readonly BusEntry[],
  invoked: (rule: Rule) => void,
): Promise<void> {
  for (const { source, detailType, detail } of entries) {
    const envelope = {
      version: '0',
      id: randomUUID(),
      'detail-type': detailType,
      source,
      account: ACCOUNT,
      time: new Date().toISOString(),
      region: REGION,
      resources: [],
      detail,
    };
    for (const rule of rules.filter(each => each.bus === bus && matches(each.pattern, envelope)))
      for (const arn of rule.queueArns) {
        await queues.send(arn, JSON.stringify(envelope));
        invoked(rule);
      }
  }
}

/**
 * Whether a value fits an EventBridge pattern of exact values, prefixes and existence, which is all that the stack uses; of a list one
 * item has to (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns-arrays.html).
 */
export function matches(pattern: object, value: unknown): boolean {
  return Object.entries(pattern).every(([key, wanted]) => {
    const found = (value as Record<string, unknown> | undefined)?.[key];
    if (!Array.isArray(wanted)) return matches(wanted, found);
    const items = Array.isArray(found) ? found : [found];
    return wanted.some(one => items.some(item => fits(one, item)));
  });
}

function fits(wanted: unknown, found: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null) return wanted === found;
  if ('prefix' in wanted) return typeof found === 'string' && found.startsWith(String(wanted.prefix));
  if ('exists' in wanted) return (found !== undefined) === wanted.exists;
  throw new Error(`the rule uses ${JSON.stringify(wanted)}, which is not known on this machine`);
}
