import type { Machine, MachineOptions } from '../../infra/local/machine.ts';
import { toCloudEvent } from '../../infra/local/replay/to-cloud-event.ts';
import { startMachine } from '../../infra/local/start-machine.ts';
import { synthesize } from '../../infra/local/synthesize.ts';
import type { Instant } from '../../shared/calendar/instant.ts';
import { MINUTE, SECOND } from '../../shared/calendar/instant.ts';
import type { TicketRecord } from '../../shared/escalation/ticket-record.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import type { Happening, TicketEvent } from '../../shared/ticket/ticket-event.ts';
import type { TicketKey } from '../../shared/ticket/ticket-key.ts';
import { at, MONDAY } from '../timelines.ts';

/** A help desk at the beginning of its Monday, with one machine behind it. */
export interface Desk {
  readonly machine: Machine;
  /** Moves on to so many minutes after Monday 09:00. */
  until(minutes: number): Promise<void>;
  /** Moves on to an event's minute and sends it; gives the status of the answer. */
  happens(minutes: number, happening: Happening, ticket?: string): Promise<number>;
  /** Sends events as they are, now. */
  send(...events: readonly TicketEvent[]): Promise<number>;
  sendTo(ticket: string, ...events: readonly TicketEvent[]): Promise<number>;
  record(ticket?: string): Promise<TicketRecord>;
  /** Mails so far: minute, kind of subject. */
  mails(): readonly string[];
  /** Pages so far: minute triggered, where it stands. */
  pages(): readonly string[];
  /** Fails unless nothing is owed, late, dead or refused. */
  expectQuiet(): Promise<void>;
}

/** Enough to have more than one; a sweep asks each of them. */
const FEW_SHARDS = 2;

const SOURCE = 'desk';
const keyOf = (id: string): TicketKey => ({ tenant: '', source: SOURCE, id });

/** Opens a desk under the policies, at Monday 08:59:30. */
export async function openDesk(policies: readonly Policy[], options: Partial<MachineOptions> = {}): Promise<Desk> {
  const template = await synthesize({ shards: FEW_SHARDS });
  const machine = await startMachine({ template, time: 'stepped', startAt: MONDAY - MINUTE / 2, policies, ...options });
  const minuteOf = (instant: Instant) => Math.floor((instant - MONDAY) / MINUTE);
  const send = async (id: string, events: readonly TicketEvent[]) => {
    const bodies = events.map(event => toCloudEvent(keyOf(id), event));
    const { status } = await machine.post(bodies.length === 1 ? bodies[0]! : bodies);
    await machine.settle();
    return status;
  };
  return {
    machine,
    until: minutes => machine.advance(MONDAY + minutes * MINUTE),
    async happens(minutes, happening, ticket = 'T1') {
      await machine.advance(MONDAY + minutes * MINUTE);
      return send(ticket, [at(minutes, happening)]);
    },
    send: (...events) => send('T1', events),
    sendTo: (ticket, ...events) => send(ticket, events),
    async record(ticket = 'T1') {
      const record = await machine.ticket(keyOf(ticket));
      if (record === undefined) throw new Error(`no ticket ${ticket}`);
      return record;
    },
    mails: () => machine.inbox().map(({ at: seconds, subject }) => `${minuteOf(seconds * SECOND)} ${subject}`),
    pages: () => machine.pages().map(({ triggeredAt, status }) => `${minuteOf(triggeredAt)} ${status}`),
    async expectQuiet() {
      const now = machine.now();
      const late = (await machine.tickets()).filter(
        ({ nextActionAt }) => nextActionAt !== undefined && nextActionAt <= now,
      );
      const owed = (await machine.deliveries()).filter(
        ({ nextActionAt }) => nextActionAt !== undefined && nextActionAt <= now,
      );
      const dead = Object.entries(machine.queueDepths()).filter(
        ([name, { ready, inFlight }]) => ready + inFlight > 0 && !name.toLowerCase().includes('due'),
      );
      if (late.length + owed.length + dead.length + machine.rejected().length > 0)
        throw new Error(`not quiet: ${JSON.stringify({ late, owed, dead, rejected: machine.rejected() })}`);
    },
  };
}
