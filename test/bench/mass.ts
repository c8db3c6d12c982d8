import { mailLimit } from '../../functions/adapters/mailer.ts';
import type { Machine } from '../../infra/local/machine.ts';
import { toCloudEvent } from '../../infra/local/replay/to-cloud-event.ts';
import { startMachine } from '../../infra/local/start-machine.ts';
import type { FunctionModule, Wire } from '../../infra/local/workers.ts';
import { MINUTE, SECOND } from '../../shared/calendar/instant.ts';
import type { Delivery } from '../../shared/notification/delivery.ts';
import type { Limit } from '../../shared/notification/limit.ts';
import { pagerduty } from '../../shared/paging/pagerduty.ts';
import { CHANNELS, type Channel } from '../../shared/policy/ladder.ts';
import { policy, row, rung } from '../policies.ts';
import { at, created, MONDAY } from '../timelines.ts';
import { shown } from './rate.ts';
import { doneSideBySide, type Piece } from './side-by-side.ts';

const TICKETS = 2000;
/** One ticket in so many is of the highest severity. */
const WORST = 50;
const BATCH = 50;
const DUE = MONDAY + 60 * MINUTE;
/** How long a request to AWS and an answer of the pager are taken to last, in ms. */
const REQUEST = 10;
const ANSWER = 500;
/** As many as infra/ lets work side by side. */
const HANDS = 10;

const LIMITS: Readonly<Record<Channel, Limit>> = { page: pagerduty.limit!, email: mailLimit(14) };

const tell = [{ channel: 'page', to: 'on call' } as const, { channel: 'email', to: 'manager' } as const];
const plan = policy({
  targets: [row({ ladder: 'usual' })],
  ladders: { usual: [rung('breach', { kind: 'breach' }, { notify: tell })] },
  grouping: { window: MINUTE, above: 5, never: ['A'] },
});

const isWorst = (ticket: string): boolean => Number(ticket.slice(1)) % WORST === 0;

/** Prints what leaves when 2,000 tickets breach at one instant, each with a page and a mail: how much, when, and what became of the rest. */
export async function massBench(tickets = TICKETS): Promise<void> {
  const pieces: Piece[] = [];
  let requests = 0;
  const wire: Wire = (name, clients) => {
    if (name === 'page')
      clients.dynamodb.middlewareStack.add(next => args => {
        requests += 1;
        return next(args);
      });
    return clients;
  };
  let worstPages = () => 0;
  const page = await timedPage(() => [requests, worstPages()], pieces);
  const modules = { page };
  const machine = await startMachine({ time: 'stepped', startAt: MONDAY - SECOND, policies: [plan], wire, modules });
  worstPages = () => machine.pages().filter(({ component = '' }) => isWorst(component)).length;
  try {
    await machine.advance(MONDAY);
    const births = Array.from({ length: tickets }, (_, index) =>
      toCloudEvent(
        { tenant: '', source: 'desk', id: `T${index}` },
        at(0, created({ severity: index % WORST === 0 ? 'A' : 'C', subject: `Ticket ${index}` })),
      ),
    );
    for (let from = 0; from < tickets; from += BATCH) await machine.post(births.slice(from, from + BATCH));
    const start = performance.now();
    await machine.advance(DUE);
    const { awaited, all } = doneSideBySide(pieces, HANDS);
    await machine.advance(DUE + 10 * MINUTE);
    const seconds = (performance.now() - start) / 1000;
    console.log(
      `\n${shown(tickets)} tickets that breach at one instant, each with a page and a mail, ${shown(tickets / WORST)} of them of the highest severity`,
    );
    console.log('  (goals: every one accounted for, no limit of a service broken, the highest severity within 10 s)');
    await printed(machine, tickets);
    console.log(
      `  at ${REQUEST} ms a request to AWS and ${ANSWER} ms an answer of the pager, ${HANDS} functions side by side:`,
      `highest severity paged within ${(awaited / SECOND).toFixed(1)} s, all looked at within ${(all / SECOND).toFixed(1)} s`,
    );
    console.log(`  worked off in ${seconds.toFixed(0)} s here`);
  } finally {
    await machine.stop();
  }
}

/** The function `page`, each batch noted with the time it would take: its requests go one after the other for each message. */
async function timedPage(
  seen: () => readonly [requests: number, worst: number],
  pieces: Piece[],
): Promise<FunctionModule> {
  const { create } = await import('../../functions/page.ts');
  return {
    create(environment, clients) {
      const handle = create(environment, clients);
      return async event => {
        const [requests, worst] = seen();
        const answer = await handle(event);
        const [requestsNow, worstNow] = seen();
        const { length } = (event as { readonly Records: readonly unknown[] }).Records;
        const awaited = worstNow > worst;
        pieces.push({ takes: ((requestsNow - requests) / length) * REQUEST + (awaited ? ANSWER : 0), awaited });
        return answer;
      };
    },
  };
}

async function printed(machine: Machine, tickets: number): Promise<void> {
  const all = await machine.deliveries();
  const subjects = {
    page: machine.pages().map(({ summary }) => summary),
    email: machine.inbox().map(mail => mail.subject),
  };
  const broken = machine.pager.requests().length - machine.pages().reduce((sum, { alerts }) => sum + alerts, 0);
  for (const channel of CHANNELS) {
    const mine = all.filter(({ notification }) => notification.channel === channel);
    const digests = subjects[channel]
      .flatMap(subject => /^(\d+) promises at risk/.exec(subject)?.[1] ?? [])
      .map(Number);
    const told = subjects[channel].length - digests.length + digests.reduce((sum, count) => sum + count, 0);
    const lost = tickets - new Set(mine.map(({ notification }) => notification.ticket.id)).size;
    const account = [...Map.groupBy(mine, becameOf)]
      .map(([what, { length }]) => `${shown(length)} ${what}`)
      .join(' + ');
    console.log(
      `  ${channel.padEnd(6)} ${subjects[channel].length} left, ${digests.length} of them digests, telling of ${shown(told)} tickets`,
    );
    console.log(`         in the ledger ${account} = ${shown(mine.length)}; tickets without a row ${lost}`);
    const { count, per } = LIMITS[channel];
    console.log(`         at most ${busiest(mine, per)} in any ${per / SECOND} s, of ${count} that may`);
    console.log(
      `         highest severity told within ${waited(mine.filter(of => isWorst(of.notification.ticket.id)))}, all within ${waited(mine)}`,
    );
  }
  const refused = all.flatMap(({ tried = [] }) => tried).filter(({ verdict }) => verdict !== 'sent').length;
  console.log(`  limits broken ${broken}, attempts that failed ${refused}`);
}

/** The most that were told apart from any other in any stretch of time. */
function busiest(of: readonly Delivery[], per: number): number {
  const times = of.flatMap(({ state, toldAt = Number.NaN }) => (state === 'sent' ? [toldAt] : []));
  return Math.max(...times.map(end => times.filter(time => time > end - per && time <= end).length));
}

const becameOf = ({ state, whyNot, digest }: Delivery): string =>
  digest?.leads || whyNot === 'grouped' ? 'in a digest' : state === 'sent' ? 'alone' : (whyNot ?? state);

const waited = (of: readonly Delivery[]): string =>
  `${(Math.max(...of.map(({ toldAt = Number.NaN }) => toldAt - DUE)) / SECOND).toFixed(1)} s`;

if (import.meta.main) await massBench(...process.argv.slice(2).map(Number));
