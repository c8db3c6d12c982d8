import type { Instant } from '../../../shared/calendar/instant.ts';
import type { Status } from '../../../shared/ticket/status.ts';
import type { Attributes } from '../../../shared/ticket/ticket-event.ts';
import type { ReadTime } from './day-first.ts';

/** One row of an incident log: the incident after an update. */
export interface Snapshot {
  readonly line: number;
  readonly number: string;
  /** Counts the updates of the incident; tells the order of those of one minute. */
  readonly count: number;
  readonly status: Status;
  readonly openedAt: Instant;
  readonly updatedAt: Instant;
  readonly resolvedAt?: Instant;
  readonly attributes: Attributes;
  readonly madeSla: boolean;
}

/** The order in which the snapshots of one incident were taken: by time, then by count, then by line. */
export const bySequence = (a: Snapshot, b: Snapshot): number =>
  a.updatedAt - b.updatedAt || a.count - b.count || a.line - b.line;

/** A row as the file has it, by column. */
export type Row = Readonly<Record<string, string>>;

/** The help desk's words for where an incident stands. Any further "Awaiting ..." waits on somebody else than the user. */
const STATES: Readonly<Record<string, Status>> = {
  New: 'new',
  Active: 'open',
  'In Progress': 'open',
  'Awaiting User Info': 'pending',
  'On Hold': 'on hold',
  Resolved: 'solved',
  Closed: 'closed',
  Canceled: 'closed',
};

/** Which column tells which attribute of the ticket; the severity is the desk's priority, in the desk's words. */
const ATTRIBUTES = {
  severity: 'priority',
  category: 'category',
  subcategory: 'subcategory',
  location: 'location',
  impact: 'impact',
  urgency: 'urgency',
  assignment_group: 'assignment_group',
  assignee: 'assigned_to',
  contact_type: 'contact_type',
} as const;

/** The columns a log cannot do without; attributes of missing columns are missing on every ticket. */
export const NEEDED = ['number', 'incident_state', 'sys_mod_count', 'opened_at', 'sys_updated_at', 'priority'] as const;

/** Reads a row, or says in a sentence why it cannot be used. `?` and an empty field are missing values. */
export function readSnapshot(row: Row, line: number, readTime: ReadTime): Snapshot | string {
  const empty = NEEDED.find(column => text(row, column) === undefined);
  if (empty !== undefined) return `${empty} is missing`;
  const count = Number(row.sys_mod_count);
  if (!Number.isSafeInteger(count) || count < 0) return `sys_mod_count "${row.sys_mod_count}" is not a count`;
  const status = statusOf(row.incident_state!.trim());
  if (status === undefined) return `incident_state "${row.incident_state}" is not a state this log may have`;
  const openedAt = readTime(row.opened_at!.trim());
  if (openedAt === undefined) return `opened_at "${row.opened_at}" is not a time DD-MM-YYYY HH:MM`;
  const updatedAt = readTime(row.sys_updated_at!.trim());
  if (updatedAt === undefined) return `sys_updated_at "${row.sys_updated_at}" is not a time DD-MM-YYYY HH:MM`;
  const resolvedAt = readTime(text(row, 'resolved_at') ?? '');
  const madeSla = text(row, 'made_sla')?.toUpperCase() === 'TRUE';
  const number = row.number!.trim();
  const resolved = resolvedAt === undefined ? {} : { resolvedAt };
  return { line, number, count, status, openedAt, updatedAt, ...resolved, attributes: attributesOf(row), madeSla };
}

const statusOf = (state: string): Status | undefined =>
  STATES[state] ?? (state.startsWith('Awaiting ') ? 'on hold' : undefined);

function text(row: Row, column: string): string | undefined {
  const value = row[column]?.trim();
  return value === undefined || value === '' || value === '?' ? undefined : value;
}

function attributesOf(row: Row): Attributes {
  const told = Object.entries(ATTRIBUTES).map(([name, column]) => [name, text(row, column)] as const);
  const known = Object.fromEntries(told.filter(([, value]) => value !== undefined));
  const group = known.assignment_group;
  return { desk: 'servicenow', ...known, ...(group === undefined ? {} : { group_email: mailbox(group) }) };
}

/** Where a group can be written to; the log names groups only, so the address is one that cannot exist. */
const mailbox = (group: string): string => `${group.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}@desk.example`;
