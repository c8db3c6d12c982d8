import * as z from 'zod/mini';
import { type FakeAnswer, type FakeRequest, type HttpFake, type Listen, startHttpFake } from './http-fake.ts';
import { parsed } from './parsed.ts';

const MESSAGE_LIMIT = 28 * 1024;

const run = z.object({ type: z.literal('TextRun'), text: z.string() });

const card = z.object({
  type: z.literal('AdaptiveCard'),
  version: z.enum(['1.0', '1.1', '1.2', '1.3', '1.4', '1.5']),
  body: z.array(z.object({ type: z.literal('RichTextBlock'), inlines: z.array(run) })),
  actions: z.array(z.object({ type: z.literal('Action.OpenUrl'), title: z.string(), url: z.url() })),
});

const message = z.object({
  type: z.literal('message'),
  attachments: z
    .array(z.object({ contentType: z.literal('application/vnd.microsoft.card.adaptive'), content: card }))
    .check(z.length(1)),
});

/** A card as it was posted. */
type AdaptiveCard = z.infer<typeof card>;

/** A channel of Teams behind a workflow, played on this machine. */
export interface FakeTeamsWorkflow extends HttpFake {
  /** What the workflow posted, the oldest first. */
  cards(): readonly AdaptiveCard[];
  /** How many runs failed after they were accepted. */
  failedRuns(): number;
}

/**
 * Starts a fake of a workflow's trigger: 202 for whatever is JSON and signed, and a run afterwards that fails unseen where there is no
 * card to post, or the message is above 28 KB (https://learn.microsoft.com/connectors/teams/, "Known issues and limitations").
 */
export async function startFakeTeamsWorkflow(listen: Listen & { readonly path: string }): Promise<FakeTeamsWorkflow> {
  const cards: AdaptiveCard[] = [];
  let failed = 0;

  function answer({ method, path, body }: FakeRequest): FakeAnswer {
    if (path.split('?')[0] !== listen.path.split('?')[0]) return fault(404, 'WorkflowNotFound');
    if (method !== 'POST') return fault(405, 'MethodNotAllowed');
    if (path !== listen.path) return fault(401, 'DirectApiAuthorizationRequired');
    const value = parsed(body);
    if (value === undefined) return fault(400, 'InvalidRequestContent');
    const { success, data } = message.safeParse(value);
    if (success && Buffer.byteLength(body) <= MESSAGE_LIMIT) cards.push(data.attachments[0]!.content);
    else failed += 1;
    return { status: 202 };
  }

  return { ...(await startHttpFake(listen, answer)), cards: () => cards, failedRuns: () => failed };
}

const fault = (status: number, code: string): FakeAnswer => ({
  status,
  body: { error: { code, message: `The workflow says ${code}.` } },
});
