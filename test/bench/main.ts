import { calendarBench } from './calendar.ts';
import { decisionBench } from './decision.ts';
import { latenessBench } from './lateness.ts';
import { startUpBench } from './start-up.ts';
import { burstBench, sweepBench } from './sweep.ts';
import { unitsBench } from './units.ts';

await calendarBench();
decisionBench();
await startUpBench();
await unitsBench();
await latenessBench();
await burstBench();
await sweepBench();
