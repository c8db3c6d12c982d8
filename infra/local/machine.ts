import type { Instant } from '../../shared/calendar/instant.ts';
import type { TicketRecord } from '../../shared/escalation/ticket-record.ts';
import type { Delivery } from '../../shared/notification/delivery.ts';
import type { Entitlement } from '../../shared/policy/entitlement.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import type { TicketEvent } from '../../shared/ticket/ticket-event.ts';
import type { TicketKey } from '../../shared/ticket/ticket-key.ts';
import type { Asked } from './asked.ts';
import type { BusEntry } from './bus.ts';
import type { FakePagerDuty, Incident } from './fakes/pagerduty.ts';
import type { FakeSns } from './fakes/sns.ts';
import type { Hindrance } from './hindered-worker.ts';
import type { HttpAnswer, HttpRequest } from './http-api.ts';
import type { Mail } from './mail-engine.ts';
import type { LogLine, Reading } from './output.ts';
import type { Depth } from './queue-engine.ts';
import type { Template } from './template.ts';
import type { AlarmView } from './watch/alarm-board.ts';
import type { Watch } from './watch/watch.ts';
import type { FunctionModule, Wire } from './workers.ts';

/** How a machine is to be. */
export interface MachineOptions {
  /** `stepped`: time moves only in `advance`. `scaled`: it moves by itself, at `speed` times real time. */
  readonly time: 'stepped' | 'scaled';
  /** The instant it starts at, the real one where none is said; later where its data goes on later. */
  readonly startAt?: Instant;
  /** 480 where nothing is said: a working day of eight hours in a minute. */
  readonly speed?: number;
  /** The file tickets are kept in; in memory, and gone with the machine, where none is said. */
  readonly dataPath?: string;
  readonly policies: readonly Policy[];
  /** The synthesized stack; that of infra/ with its default settings where none is given. */
  readonly template?: Template;
  /** Serves the HTTP API on this port too, 0 for any. */
  readonly port?: number;
  /** Secrets by name; where none are given every name has one. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** Makes calls of a function fail, or the function die. */
  readonly wire?: Wire;
  /** What keeps a function from being started, asked anew each time. */
  readonly hindrance?: (functionName: string) => Hindrance | undefined;
  /** Stand-ins for functions by name. */
  readonly modules?: Readonly<Record<string, FunctionModule>>;
  /** Whether sweeps that would find nothing are run all the same; when stepped they are left out unless this says so. */
  readonly idleSweeps?: boolean;
  /** Leaves out sweeps too that would only send again what is on its way: for logs, where nothing is lost and time is dear. */
  readonly thriftySweeps?: boolean;
  /** How many batches of one queue are worked on at a time: one when stepped, four when scaled, where nothing is said. */
  readonly concurrency?: number;
}

/** The whole stack on one machine. */
export interface Machine {
  now(): Instant;
  /** Virtual milliseconds a real one; 0 when stepped. */
  readonly speed: number;
  /** Its table, and where the database is that has it. */
  readonly database: { readonly table: string; readonly endpoint: string };
  /** Where the functions find the services of the machine, by the names they know them by. */
  readonly environment: Readonly<Record<string, string>>;
  /** Where the HTTP API is served, if it is. */
  readonly url: string | undefined;
  /** The fake of PagerDuty that pages go to, for its requests and faults. */
  readonly pager: FakePagerDuty;
  /** The topics of SNS that pages go to: every one there is, if its role lets page publish to it. */
  readonly topics: FakeSns;
  /** Asks the HTTP API, as a signed request. */
  ask(request: HttpRequest): Promise<HttpAnswer>;
  /** Posts one CloudEvent, or a batch, to the HTTP API. */
  post(events: object | readonly object[]): Promise<HttpAnswer>;
  /** Puts entries on the event bus. */
  putEvents(entries: readonly BusEntry[]): Promise<void>;
  /** Moves time to an instant, stopping wherever something falls due and working it off there. Only when stepped. */
  advance(to: Instant): Promise<void>;
  /** Works off all that can be had now, without moving time. */
  settle(): Promise<void>;
  /** Has something done when its instant comes. */
  at(instant: Instant, action: () => unknown): void;
  /** Loses the next `count` sweeps. */
  skipSweeps(count: number): void;
  /** Invokes a function by its name or ARN; throws what it throws. */
  invoke(functionName: string, event?: unknown): Promise<unknown>;
  addPolicy(policy: Policy): Promise<void>;
  addEntitlement(entitlement: Entitlement): Promise<void>;
  ticket(key: TicketKey): Promise<TicketRecord | undefined>;
  tickets(): Promise<readonly TicketRecord[]>;
  events(key: TicketKey): Promise<readonly TicketEvent[]>;
  /** The delivery ledger: of one ticket, or of all. */
  deliveries(key?: TicketKey): Promise<readonly Delivery[]>;
  /** Every mail sent so far, oldest first. */
  inbox(): readonly Mail[];
  /** Every incident at the fake of PagerDuty so far, oldest first. */
  pages(): readonly Incident[];
  /** Messages by queue, dead letters among them. */
  queueDepths(): Readonly<Record<string, Depth>>;
  /** The bodies of all messages that lie in a queue, by its name. */
  messages(queueName: string): readonly unknown[];
  /** What was refused, each with its problem. */
  rejected(): readonly unknown[];
  /** What each function asked of AWS so far, as IAM sees it, by the function's name. */
  asked(): Readonly<Record<string, readonly Asked[]>>;
  /** Every reading the functions wrote down for CloudWatch so far. */
  measures(): readonly Reading[];
  /** Every other line the functions wrote. */
  logs(): readonly LogLine[];
  /** Every alarm of the stack as it stood when the last minute ended; looked at only where no idle sweep is left out. */
  alarms(): readonly AlarmView[];
  /** The machine's CloudWatch. */
  readonly watch: Watch;
  stop(): Promise<void>;
}
