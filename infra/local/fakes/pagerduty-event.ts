import * as z from 'zod/mini';

const SUMMARY_LIMIT = 1024;
const DEDUP_KEY_LIMIT = 255;
const ROUTING_KEY_LENGTH = 32;

const payload = z.object({
  summary: z.string().check(z.minLength(1), z.maxLength(SUMMARY_LIMIT)),
  source: z.string().check(z.minLength(1)),
  severity: z.enum(['critical', 'error', 'warning', 'info']),
  timestamp: z.optional(z.iso.datetime({ offset: true })),
  component: z.optional(z.string()),
  group: z.optional(z.string()),
  class: z.optional(z.string()),
  custom_details: z.optional(z.record(z.string(), z.unknown())),
});

const routing = {
  routing_key: z.string().check(z.length(ROUTING_KEY_LENGTH)),
  dedup_key: z.optional(z.string().check(z.maxLength(DEDUP_KEY_LIMIT))),
};

const named = { ...routing, dedup_key: z.string().check(z.minLength(1), z.maxLength(DEDUP_KEY_LIMIT)) };

/** An alert event, by the parameter table of https://developer.pagerduty.com/docs/events-api-v2/trigger-events/. */
const event = z.discriminatedUnion('event_action', [
  z.object({
    ...routing,
    event_action: z.literal('trigger'),
    payload,
    client: z.optional(z.string()),
    links: z.optional(z.array(z.object({ href: z.string().check(z.minLength(1)), text: z.optional(z.string()) }))),
  }),
  z.object({ ...named, event_action: z.enum(['acknowledge', 'resolve']), payload: z.optional(payload) }),
]);

/** An event PagerDuty takes. */
export type PagerDutyEvent = z.infer<typeof event>;

/** What is wrong with an event, each with where; nothing when it is right. */
export const faultsOf = (value: unknown): readonly string[] =>
  event.safeParse(value).error?.issues.map(({ path, message }) => `'${path.join('.')}': ${message}`) ?? [];
