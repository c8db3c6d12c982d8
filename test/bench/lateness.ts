import { toCloudEvent } from '../../infra/local/replay/to-cloud-event.ts';
import { startMachine } from '../../infra/local/start-machine.ts';
import { HOUR, MINUTE, SECOND } from '../../shared/calendar/instant.ts';
import { policy, row, rung } from '../policies.ts';
import { at, created, MONDAY } from '../timelines.ts';
import { shown } from './rate.ts';

const TICKETS = 500;

/** Prints how long after its instant each of 500 breaches is acted on: with every sweep, and with one lost. */
export async function latenessBench(): Promise<void> {
  console.log(
    '\nLateness of 500 breaches at odd milliseconds of one hour (goals: p50 0.5 s, p99 2 s, max 2 s; 60 s with a sweep lost)',
  );
  for (const lost of [0, 1, 2]) {
    const values = await latenesses(lost);
    const of = (share: number) =>
      `${(values[Math.min(values.length - 1, Math.floor(values.length * share))]! / SECOND).toFixed(2)} s`;
    const label = lost === 0 ? 'no sweep lost' : `${lost} sweep${lost > 1 ? 's' : ''} lost`;
    console.log(
      `  ${label.padEnd(14)} p50 ${of(0.5)}   p99 ${of(0.99)}   max ${of(1)}   (${shown(values.length)} breaches)`,
    );
  }
}

async function latenesses(lost: number): Promise<readonly number[]> {
  const plan = policy({
    targets: [row({ target: { kind: 'duration', duration: 8 * HOUR }, ladder: 'usual' })],
    ladders: { usual: [rung('breach', { kind: 'breach' })] },
  });
  const machine = await startMachine({ time: 'stepped', startAt: MONDAY, policies: [plan], idleSweeps: true });
  try {
    for (let number = 0; number < TICKETS; number += 1) {
      const instant = MONDAY + Math.floor((number * HOUR) / TICKETS) + ((number * 617) % SECOND);
      await machine.advance(Math.max(machine.now(), instant));
      await machine.post(
        toCloudEvent({ tenant: '', source: 'desk', id: `T${number}` }, { ...at(0, created()), at: instant }),
      );
    }
    await machine.advance(MONDAY + 8 * HOUR + 20 * MINUTE);
    if (lost > 0) machine.skipSweeps(lost);
    await machine.advance(MONDAY + 10 * HOUR);
    const readings = machine.measures().filter(({ name }) => name === 'Lateness');
    return readings.flatMap(({ values }) => values).toSorted((a, b) => a - b);
  } finally {
    await machine.stop();
  }
}

if (import.meta.main) await latenessBench();
