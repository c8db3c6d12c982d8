import type { Instant } from '../../../shared/calendar/instant.ts';
import { foldAll, type Timed } from '../../../shared/clock/fold.ts';
import type { TicketRecord } from '../../../shared/escalation/ticket-record.ts';
import { type PolicySet, policySet } from '../../../shared/policy/policy-set.ts';
import type { TicketKey } from '../../../shared/ticket/ticket-key.ts';
import { readInstant } from '../instants.ts';
import { soundPolicy } from '../policy/policy-file.ts';
import type { Terminal } from '../terminal.ts';
import { readTimelines } from './events-file.ts';

/** A ticket as it stood, and how far its ladders have been climbed; not at all where nobody keeps that. */
export interface LookedUpTicket extends Pick<TicketRecord, 'key' | 'climbs'> {
  readonly timed: Timed;
}

/** Tickets, what to judge them by, and when they are looked at. */
export interface LookedUp {
  readonly tickets: readonly LookedUpTicket[];
  readonly policies: PolicySet;
  readonly now: Instant;
}

/** Which tickets of which files are meant. */
export interface FileWishes {
  readonly policy: string;
  readonly events: string;
  readonly at?: string;
  readonly source?: string;
  readonly tenant?: string;
}

/** The tickets of a file of events under the policy of another file, as far as they had happened. */
export async function fromFiles(wishes: FileWishes, id: string | undefined, terminal: Terminal): Promise<LookedUp> {
  const now = wishes.at === undefined ? terminal.now() : readInstant(wishes.at, '--at');
  const { policy } = await soundPolicy(wishes.policy, terminal);
  const policies = policySet([policy]);
  const timelines = await readTimelines(wishes.events, terminal);
  const tickets = timelines
    .filter(({ key }) => isMeant(key, { ...wishes, id }))
    .flatMap(({ key, events }) => {
      const timed = foldAll(
        events.filter(event => event.at <= now),
        policies,
      );
      return timed === undefined ? [] : [{ key, timed, climbs: [] }];
    });
  return { tickets, policies, now };
}

/** Whether a ticket is the one that was named, as far as one was. */
export const isMeant = (key: TicketKey, wished: { [K in keyof TicketKey]?: string | undefined }): boolean =>
  (['id', 'source', 'tenant'] as const).every(part => wished[part] === undefined || wished[part] === key[part]);
