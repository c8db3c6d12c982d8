import * as z from 'zod';
import { calendarShape } from './calendar-shape.ts';
import { conditionShape } from './condition-shape.ts';
import { contactShape } from './contact-shape.ts';
import { groupingShape } from './grouping-shape.ts';
import { groupsShape } from './groups.ts';
import { inhibitionShape } from './inhibition-shape.ts';
import { ladderShape } from './ladder-shape.ts';
import { recipientShape } from './recipient-shape.ts';
import { severityShape } from './severity-shape.ts';
import { MOST_ROWS, metricShape, targetShape } from './target-shape.ts';
import { testShape } from './test-shape.ts';
import { date, name, timeOrDays, value, words } from './text-shapes.ts';

const policyName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, { error: 'a name of small letters, digits and hyphens' });
const holdingStatus = z.enum(['new', 'open', 'pending', 'on hold']);

/** A policy document as people write it; the output of parsing has its texts read. */
export const policyDocument = z
  .strictObject({
    policy: policyName.describe('The name of the policy; all its editions have the same.'),
    edition: date.describe('The date on which the edition takes effect, from 00:00 UTC; it names the edition.'),
    title: words.max(200).describe('The name for people.'),
    source: words.exactOptional().describe('Where the promise is written down.'),
    match: conditionShape.exactOptional(),
    precedence: z

      .int({ error: 'a whole number' })
      .exactOptional()
      .describe('Of two policies for one ticket the one of higher precedence holds; 0 where none is told.'),
    groups: groupsShape.exactOptional().describe('Values named together: a condition says "group x" for all of them.'),
    severities: z.array(value).min(1).max(20).describe('The severities of the policy, most severe first.'),
    severity: severityShape.describe('How the severity that counts is found.'),
    calendars: z.record(name, calendarShape).describe('The hours that count, by name.'),
    'reopen within': timeOrDays
      .exactOptional()
      .describe(
        'How long after it was solved a reopened ticket is still the same request, such as 14d; always, where none is told.',
      ),
    'solved unanswered': z
      .enum(['fulfils', 'unmeasured'])
      .exactOptional()
      .describe(
        'What a ticket solved without any public reply does to its first response: fulfils it, or leaves it unmeasured.',
      ),
    pauses: z
      .partialRecord(metricShape, z.array(holdingStatus))
      .exactOptional()
      .describe("The statuses in which a metric's clock stands still, where they differ from the metric's own."),
    targets: z
      .array(targetShape)
      .min(1)
      .max(MOST_ROWS)
      .describe('The promises. Of the rows that a ticket meets the one with the most conditions holds.'),
    ladders: z.record(name, ladderShape).exactOptional().describe('Whom to tell and when, by name.'),
    inhibit: z
      .array(inhibitionShape)
      .max(20)
      .exactOptional()
      .describe(
        'Tickets that others are told of in their place while they are open; looked at again every 15 minutes. Whatever mutes a tenant is not itself muted so.',
      ),
    grouping: groupingShape
      .exactOptional()
      .describe(
        'When many notifications for one recipient by one channel become one digest; never, where none is told.',
      ),
    recipients: z.record(name, recipientShape).exactOptional().describe('Who can be told, by name.'),
    contacts: z
      .array(contactShape)
      .max(200)
      .exactOptional()
      .describe('Where customers turn, by region; the first that is met holds.'),
    tests: z.array(testShape).max(200).exactOptional().describe('Examples that the policy must keep.'),
  })
  .describe('An edition of an SLA policy.');

/** The JSON Schema of policy documents, for editors; made of the same shapes that documents are checked with. */
export const policySchema = (): object => ({
  title: 'Timekeeper policy',
  ...z.toJSONSchema(policyDocument, { io: 'input', target: 'draft-7' }),
});
