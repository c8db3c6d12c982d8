import { bill, sumOf } from './bill.ts';
import { LIMITS, reachedAt } from './limits.ts';
import { defaultLoad, type Load, loadOf, storedTickets } from './load.ts';
import { BACKLOGS, secondsToRecover } from './recovery.ts';
import type { Units, Work } from './units.ts';

/** The sizes that are told of: nobody there, and ever more. */
export const SIZES = [0, 1000, 1_000_000, 100_000_000] as const;
const [, ...LIVELY] = SIZES;
const MAIL_RATES: Readonly<Record<number, number>> = { 1000: 14, 1000000: 14, 100000000: 1000 };

/** The tables of docs/capacity.md by name, each as Markdown. */
export const tablesOf = (units: Units): Readonly<Record<string, string>> => ({
  units: unitsTable(units),
  bill: billTable(units),
  audit: auditTable(units),
  limits: limitsTable(units),
  recovery: recoveryTable(units),
});

const WORKS = ['event', 'rung', 'mail', 'page', 'sweep', 'audit'] as const;
const WORK_NAMES: Readonly<Record<(typeof WORKS)[number], string>> = {
  event: 'a ticket event',
  rung: 'a rung that fires',
  mail: 'a mail, with what SES tells of it',
  page: 'a page, with its resolution',
  sweep: 'a minute of the sweep, for each shard',
  audit: 'a minute of the audit, beside the table',
};
const COLUMNS: readonly (readonly [keyof Work, string])[] = [
  ['writeUnits', 'write units'],
  ['readUnits', 'read units'],
  ['queueRequests', 'queue requests'],
  ['invocations', 'invocations'],
  ['calls', 'calls'],
  ['logBytes', 'bytes of log'],
];

const unitsTable = (units: Units): string =>
  table(
    ['', ...COLUMNS.map(([, title]) => title)],
    WORKS.map(work => [WORK_NAMES[work], ...COLUMNS.map(([column]) => String(units[work][column]))]),
  );

function billTable(units: Units): string {
  const bills = SIZES.map(size => bill(loadOf(size), units));
  const rows = Object.keys(bills[0]!).map(line => [line, ...bills.map(each => dollars(each[line]!))]);
  const sums = bills.map(sumOf);
  const perTicket = SIZES.map((size, index) => (size === 0 ? '' : `${(sums[index]! / size).toPrecision(2)}`));
  return table(
    ['dollars a month', 'idle', ...LIVELY.map(size => `${shown(size)} open`)],
    [...rows, ['**together**', ...sums.map(sum => `**${dollars(sum)}**`)], ['for each open ticket', ...perTicket]],
  );
}

const auditTable = (units: Units): string =>
  table(
    ['`auditSlices`', 'each ticket looked at', ...LIVELY.map(size => `${shown(size)} open`)],
    ([60, 1440, 10_080] as const).map(auditSlices => [
      auditSlices.toLocaleString('en'),
      { 60: 'once an hour', 1440: 'once a day', 10080: 'once a week' }[auditSlices],
      ...LIVELY.map(size => auditCell({ ...loadOf(size), auditSlices }, units)),
    ]),
  );

function auditCell(load: Load, units: Units): string {
  const cost = dollars(bill(load, units)['DynamoDB, reads of the audit']!);
  const slice = (storedTickets(load) * units.storedBytes) / load.auditSlices / 1e6;
  const limit = LIMITS.at(-1)!;
  const fits = limit.needed(load, units) <= limit.most;
  return `${cost}; ${shown(slice)} MB a slice${fits ? '' : ', **too much**'}`;
}

const limitsTable = (units: Units): string =>
  table(
    ['limit', 'up to', 'reached at, open tickets', 'then'],
    LIMITS.map(limit => ({ limit, at: reachedAt(limit, defaultLoad(0), units) }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ limit, at }) => [limit.name, `${shown(limit.most)} ${limit.unit}`, size(at), limit.remedy]),
  );

const recoveryTable = (units: Units): string =>
  table(
    ['after an hour', ...LIVELY.map(each => `${shown(each)} open, ${shown(MAIL_RATES[each]!)} mails/s`)],
    BACKLOGS.map(backlog => [
      backlog.name,
      ...LIVELY.map(each => time(secondsToRecover(backlog, loadOf(each), units, MAIL_RATES[each]!))),
    ]),
  );

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map((_, index) => (index === 0 ? '---' : '---:')), ...rows]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n');

const shown = (value: number): string => Number(value.toPrecision(3)).toLocaleString('en');

const dollars = (value: number): string => (value < 10 ? value.toFixed(2) : shown(value));

function size(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return 'never';
  return value < 1e6 ? shown(Number(value.toPrecision(2))) : `${shown(Number((value / 1e6).toPrecision(2)))} million`;
}

function time(seconds: number): string {
  if (seconds === Number.POSITIVE_INFINITY) return 'never';
  if (seconds < 1) return 'at once';
  return seconds < 120 ? `${shown(Math.ceil(seconds))} s` : `${shown(Math.ceil(seconds / 60))} min`;
}
