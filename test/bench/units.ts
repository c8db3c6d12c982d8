import { toItem } from '../../functions/adapters/ticket-item.ts';
import { toCloudEvent } from '../../infra/local/replay/to-cloud-event.ts';
import { startMachine } from '../../infra/local/start-machine.ts';
import type { Wire } from '../../infra/local/workers.ts';
import { HOUR, MINUTE } from '../../shared/calendar/instant.ts';
import { LADDER, policy, row } from '../policies.ts';
import { asks, at, becomes, created, MONDAY, reply, set } from '../timelines.ts';

const KEY = { tenant: '', source: 'desk', id: 'T1' };

interface Tally {
  units: number;
  items: number;
}

/** Counts the write units of every put, by function and kind of item. */
function tallying() {
  const tallies = new Map<string, Tally>();
  const wire: Wire = (name, clients) => {
    clients.dynamodb.middlewareStack.add(
      next => async args => {
        const input = args.input as { Item?: { sk?: string | { S: string } }; ReturnConsumedCapacity?: string };
        input.ReturnConsumedCapacity = 'TOTAL';
        const result = await next(args);
        const { ConsumedCapacity } = result.output as { ConsumedCapacity?: { CapacityUnits?: number } };
        const sk = input.Item?.sk;
        const kind = (typeof sk === 'object' ? sk.S : sk)?.split('#')[0];
        if (kind === undefined) return result;
        const tally = tallies.get(`${name} ${kind}`) ?? { units: 0, items: 0 };
        tally.units += ConsumedCapacity?.CapacityUnits ?? 0;
        tally.items += 1;
        tallies.set(`${name} ${kind}`, tally);
        return result;
      },
      { step: 'initialize', name: 'tally' },
    );
    return clients;
  };
  return { wire, tallies };
}

/** Prints the write units of one life of thirty events under a policy with four clocks, by what they were spent on. */
export async function unitsBench(): Promise<void> {
  const metrics = ['first response', 'next response', 'periodic update', 'resolution'] as const;
  const plan = policy({
    targets: metrics.map(metric => row({ metric, target: { kind: 'duration', duration: 4 * HOUR }, ladder: 'usual' })),
    ladders: { usual: LADDER },
  });
  const { wire, tallies } = tallying();
  const machine = await startMachine({ time: 'stepped', startAt: MONDAY, policies: [plan], wire });
  try {
    const turns = [asks, reply, becomes('pending'), becomes('open'), set({ category: 'mail' }), reply];
    const life = [
      at(0, created({ plan: 'gold', severity: 'B', subject: 'The mail is slow', requester: 'ada@example.test' })),
      ...Array.from({ length: 29 }, (_, index) => at(30 + index * 47, turns[index % turns.length]!)),
    ];
    for (const event of life) {
      await machine.advance(event.at);
      await machine.post(toCloudEvent(KEY, event));
    }
    const size = JSON.stringify(toItem((await machine.ticket(KEY))!, 16)).length;
    await machine.advance(machine.now() + 12 * HOUR + MINUTE);
    console.log(
      '\nWrite units of a life of 30 events (goals: 4 a ticket event, 3 a rung, index included; a record of 2 KiB)',
    );
    for (const [what, { units, items }] of tallies)
      console.log(
        `  ${what.padEnd(20)} ${String(items).padStart(3)} writes   ${(units / items).toFixed(2)} units each`,
      );
    const ingested = [...tallies]
      .filter(([what]) => what.startsWith('ingest'))
      .reduce((sum, [, { units }]) => sum + units, 0);
    console.log(`  a ticket event: ${(ingested / life.length).toFixed(2)} units; its item: ${size} characters of JSON`);
  } finally {
    await machine.stop();
  }
}

if (import.meta.main) await unitsBench();
