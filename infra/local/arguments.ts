import { parseArgs } from 'node:util';
import { isZone } from '../../shared/calendar/zone.ts';
import { LocalError } from './local-error.ts';

/** What the person at the keyboard asked for. */
export interface Wishes {
  readonly help: boolean;
  readonly speed: number;
  readonly port: number;
  readonly data?: string;
  readonly replay?: string;
  readonly zone: string;
  readonly policies: readonly string[];
  readonly exit: boolean;
  readonly json: boolean;
}

/** What can be asked for, for people to read. */
export const USAGE = `Timekeeper on this machine: the stack with embedded services, in a time of its own.

npm start -- [options]
  --speed N       how many times faster than real time (480: a working day of eight hours in a minute)
  --port N        where the console is served (8420); the two after it take events and webhooks
  --data FILE     keep tickets in this file, and go on with those in it
  --policy FILE   run under this policy in place of the shipped ones; may be repeated
  --replay FILE   play a log (*.csv of ServiceNow incidents, *.jsonl of CloudEvents) as fast as possible and report
  --zone ZONE     the time zone of a log's local times (UTC)
  --json          report as JSON
  --exit          end once it is up, or the replay is over
  --help          this`;

const OPTIONS = {
  help: { type: 'boolean', short: 'h', default: false },
  speed: { type: 'string', default: '480' },
  port: { type: 'string', default: '8420' },
  data: { type: 'string' },
  policy: { type: 'string', multiple: true, default: [] as string[] },
  replay: { type: 'string' },
  zone: { type: 'string', default: 'UTC' },
  json: { type: 'boolean', default: false },
  exit: { type: 'boolean', default: false },
} as const;

/** Reads a command line; throws a `LocalError` for what it cannot mean. */
export function wishesFrom(commandLine: readonly string[]): Wishes {
  const { speed, port, data, policy, replay, zone, ...rest } = parsed(commandLine);
  return {
    ...rest,
    speed: within('speed', speed, 1, 100_000),
    port: whole('port', port, 0, 65_533),
    zone: known(zone),
    policies: policy,
    ...(data === undefined ? {} : { data }),
    ...(replay === undefined ? {} : { replay }),
  };
}

function parsed(commandLine: readonly string[]) {
  try {
    return parseArgs({ args: [...commandLine], options: OPTIONS }).values;
  } catch (error) {
    throw new LocalError(`${(error as Error).message.split('.')[0]}; --help lists what there is.`);
  }
}

function within(name: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (text.trim() === '' || !(number >= least && number <= most))
    throw new LocalError(`--${name} is a number from ${least} to ${most}, not "${text}".`);
  return number;
}

function whole(name: string, text: string, least: number, most: number): number {
  const number = within(name, text, least, most);
  if (!Number.isInteger(number)) throw new LocalError(`--${name} is a whole number, not "${text}".`);
  return number;
}

function known(zone: string): string {
  if (!isZone(zone)) throw new LocalError(`--zone is an IANA time zone such as Europe/Berlin, not "${zone}".`);
  return zone;
}
