import { calendarAdd } from './calendar/add.ts';
import { calendarElapsed } from './calendar/elapsed.ts';
import { calendarOpen } from './calendar/open.ts';
import { calendarShow } from './calendar/show.ts';
import type { Command } from './command.ts';

/** Every command, in the order it is listed to people. */
export const COMMANDS: readonly Command[] = [calendarAdd, calendarElapsed, calendarOpen, calendarShow];
