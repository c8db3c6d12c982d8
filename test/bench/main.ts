import { calendarBench } from './calendar.ts';
import { capacityBench } from './capacity.ts';
import { decisionBench } from './decision.ts';
import { latenessBench } from './lateness.ts';
import { massBench } from './mass.ts';
import { startUpBench } from './start-up.ts';
import { burstBench, sweepBench } from './sweep.ts';
import { unitsBench } from './units.ts';

/** Every bench, in the order they are run; those that are named are run alone. */
const BENCHES = new Map<string, () => unknown>([
  ['calendar', calendarBench],
  ['decision', decisionBench],
  ['start-up', startUpBench],
  ['units', unitsBench],
  ['capacity', () => capacityBench()],
  ['lateness', latenessBench],
  ['burst', burstBench],
  ['mass', () => massBench()],
  ['sweep', () => sweepBench()],
]);

const named = process.argv.slice(2);
const unknown = named.filter(name => !BENCHES.has(name));
if (unknown.length > 0) {
  console.error(`Found ${unknown.join(', ')}, expected any of ${[...BENCHES.keys()].join(', ')}`);
  process.exit(1);
}
for (const [name, bench] of BENCHES) if (named.length === 0 || named.includes(name)) await bench();
