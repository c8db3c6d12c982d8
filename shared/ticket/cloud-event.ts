import * as z from 'zod/mini';
import { STATUSES } from './status.ts';

const NAME_LIMIT = 200;
const TEXT_LIMIT = 2000;
const ATTRIBUTE_LIMIT = 60;

const whole = z.refine<string>(text => text.isWellFormed(), 'text without half a character');
const name = z.string().check(z.minLength(1), z.maxLength(NAME_LIMIT), whole);
const status = z.enum(STATUSES);
const attribute = z.union([z.string().check(z.maxLength(TEXT_LIMIT), whole), z.number(), z.boolean()]);
const atMost = z.refine<Record<string, unknown>>(
  attributes => Object.keys(attributes).length <= ATTRIBUTE_LIMIT,
  `at most ${ATTRIBUTE_LIMIT} attributes`,
);

const envelope = {
  specversion: z.literal('1.0'),
  id: name,
  source: name,
  subject: name,
  time: z.iso.datetime({ offset: true }),
  tenant: z.optional(name),
  datacontenttype: z.optional(z.string().check(z.regex(/^application\/([\w.+-]+\+)?json\b/i))),
};

const created = z.strictObject({
  status: z.optional(status),
  attributes: z.optional(z.record(name, attribute).check(atMost)),
});
const updated = z.strictObject({
  status: z.optional(status),
  attributes: z.optional(z.record(name, z.nullable(attribute)).check(atMost)),
});
const message = z.strictObject({ author: z.enum(['agent', 'requester']), public: z.boolean() });

/**
 * A ticket event as a CloudEvent 1.0: `source` is the help desk, `subject` the ticket, `time` when it happened; unknown extension
 * attributes are let through and not kept (https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md).
 */
export const cloudEvent = z.discriminatedUnion('type', [
  z.looseObject({ ...envelope, type: z.literal('timekeeper.ticket.created'), data: created }),
  z.looseObject({ ...envelope, type: z.literal('timekeeper.ticket.updated'), data: updated }),
  z.looseObject({ ...envelope, type: z.literal('timekeeper.ticket.message'), data: message }),
  z.looseObject({
    ...envelope,
    type: z.literal('timekeeper.ticket.deleted'),
    data: z.optional(z.nullable(z.object({}))),
  }),
  z.looseObject({ ...envelope, type: z.literal('timekeeper.ticket.merged'), data: z.strictObject({ into: name }) }),
]);

/** Every type of ticket event, as CloudEvents name them. */
export const EVENT_TYPES = cloudEvent.def.options.map(option => option.shape.type.def.values[0]);

/** What every ticket event has whatever its type: looked at alone when the type itself is wrong, to find the other faults too. */
export const anyCloudEvent = z.looseObject(envelope);

/** A CloudEvent of one of the types a ticket can have. */
export type CloudEvent = z.infer<typeof cloudEvent>;
