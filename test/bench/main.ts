import { calendarBench } from './calendar.ts';
import { decisionBench } from './decision.ts';
import { startUpBench } from './start-up.ts';
import { sweepBench } from './sweep.ts';
import { unitsBench } from './units.ts';

await calendarBench();
decisionBench();
await startUpBench();
await unitsBench();
await sweepBench();
