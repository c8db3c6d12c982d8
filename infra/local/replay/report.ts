import type { Duration } from '../../../shared/calendar/instant.ts';
import type { Attainment, Tally } from './attainment.ts';

/** What came of playing a log through the whole pipeline. Durations are milliseconds of virtual time. */
export interface ReplayReport {
  readonly tickets: number;
  readonly events: number;
  /** Lines that could not be read and events the service refused. */
  readonly dropped: number;
  readonly reasons: readonly { readonly line?: number; readonly reason: string }[];
  /** Records and deliveries that are owed something from the past although everything has come to rest. */
  readonly stuck: number;
  /** What had to be told by the log alone, and how much of it was not, or more than a minute late. */
  readonly obligations: number;
  readonly missed: number;
  readonly lateness: { readonly p50: Duration; readonly p99: Duration; readonly max: Duration };
  readonly deliveries: Readonly<Record<string, number>>;
  /** Of real time. */
  readonly seconds: number;
  readonly eventsPerSecond: number;
  readonly attainment: readonly Attainment[];
}

/** The report for people to read. */
export function reportText(report: ReplayReport): string {
  const { p50, p99, max } = report.lateness;
  const ledger = Object.entries(report.deliveries).map(([state, count]) => `${count} ${state}`);
  return [
    `${report.tickets} tickets, ${report.events} events in ${report.seconds.toFixed(1)} s: ${Math.round(report.eventsPerSecond)} events a second`,
    `dropped ${report.dropped}, stuck ${report.stuck}, missed ${report.missed} of ${report.obligations} that had to be told`,
    ...report.reasons.map(({ line, reason }) => (line === undefined ? `  ${reason}` : `  line ${line}: ${reason}`)),
    `told late by ${p50} ms at the median, ${p99} ms at the 99th percentile, ${max} ms at most`,
    `deliveries: ${ledger.join(', ') || 'none'}`,
    '',
    ...table(report.attainment),
  ].join('\n');
}

function table(attainment: readonly Attainment[]): readonly string[] {
  const rows = attainment.map(({ priority, tickets, firstResponse, resolution, believedMet }) => [
    priority,
    String(tickets),
    share(firstResponse),
    share(resolution),
    believedMet === undefined ? '' : `${percent(believedMet, tickets)} (${believedMet} of ${tickets})`,
  ]);
  const lines = [['priority', 'tickets', 'first response met', 'resolution met', 'the log believed'], ...rows];
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map(line => line[column]!.length)));
  return lines.map(line =>
    line
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
}

function share({ met, breached, open }: Tally): string {
  const rest = open === 0 ? '' : `, ${open} open`;
  return `${percent(met, met + breached)} (${met} of ${met + breached}${rest})`;
}

const percent = (part: number, whole: number): string => (whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`);
