/** What differs from one installation to the next; everything else is the stack's own. */
export interface Settings {
  /** Names the installation, such as `dev` or `prod`. */
  readonly stage: string;
  /** The address notifications come from, with or without a name: `Timekeeper <sla@example.com>`. */
  readonly mailFrom: string;
  /** The verified SES identity that may send from that address; its domain, where none is said. */
  readonly mailIdentity: string;
  /** An SES configuration set to send mails with in place of our own. */
  readonly mailConfigurationSet?: string;
  /** Whether the identity is made in SES with the rest; where it is not, somebody else has made it. */
  readonly createMailIdentity: boolean;
  /** Whether records outlive their stack and cannot be deleted by mistake; so it is in every stage but `dev`. */
  readonly protect: boolean;
  /** Where people look at tickets, for links in notifications. */
  readonly consoleUrl?: string;
  /** Who is written to when the service itself needs help. */
  readonly alarmMail?: string;
  /** How many partitions the index of what is due is spread over; must not shrink while tickets are open. */
  readonly shards: number;
  /** How far ahead the sweep hands out what will be due; more than two sweeps apart, so that one may be lost. */
  readonly lookAheadSeconds: number;
}

/** Reads settings from the CDK context (`-c stage=prod -c mailFrom=…`); throws a sentence naming what is wrong. */
export function settingsFrom(context: (name: keyof Settings) => unknown): Settings {
  const mailFrom = text(context, 'mailFrom', ADDRESS) ?? 'Timekeeper <timekeeper@example.com>';
  const configurationSet = text(context, 'mailConfigurationSet', /^[\w-]{1,64}$/);
  const consoleUrl = text(context, 'consoleUrl', /^https:\/\/\S+$/);
  const alarmMail = text(context, 'alarmMail', ADDRESS);
  const stage = text(context, 'stage', /^[a-z][a-z0-9-]{0,19}$/) ?? 'dev';
  return {
    stage,
    mailFrom,
    mailIdentity: text(context, 'mailIdentity', /^[\w.+-]+(@[\w.-]+)?$/) ?? domainOf(mailFrom),
    ...(configurationSet === undefined ? {} : { mailConfigurationSet: configurationSet }),
    createMailIdentity: yesOrNo(context, 'createMailIdentity') ?? false,
    protect: yesOrNo(context, 'protect') ?? stage !== 'dev',
    ...(consoleUrl === undefined ? {} : { consoleUrl }),
    ...(alarmMail === undefined ? {} : { alarmMail }),
    shards: whole(context, 'shards', 1, 256) ?? 16,
    lookAheadSeconds: whole(context, 'lookAheadSeconds', 121, 900) ?? 130,
  };
}

const ADDRESS = /^([^<>@]+<[^\s<>@]+@[\w-]+(\.[\w-]+)+>|[^\s<>@]+@[\w-]+(\.[\w-]+)+)$/;

const domainOf = (address: string): string => address.replace(/^.*@/, '').replace('>', '');

function text(context: (name: keyof Settings) => unknown, name: keyof Settings, form: RegExp): string | undefined {
  const value = context(name);
  if (value === undefined) return undefined;
  if (typeof value === 'string' && form.test(value)) return value;
  throw new Error(`setting ${name}: found ${JSON.stringify(value)}, expected a text like ${form.source}`);
}

function yesOrNo(context: (name: keyof Settings) => unknown, name: keyof Settings): boolean | undefined {
  const value = context(name);
  if (value === undefined) return undefined;
  if (value === true || value === 'true') return true;
  if (value === false || value === 'false') return false;
  throw new Error(`setting ${name}: found ${JSON.stringify(value)}, expected true or false`);
}

function whole(
  context: (name: keyof Settings) => unknown,
  name: keyof Settings,
  least: number,
  most: number,
): number | undefined {
  const value = context(name);
  if (value === undefined) return undefined;
  const number = Number(value);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new Error(`setting ${name}: found ${JSON.stringify(value)}, expected a whole number from ${least} to ${most}`);
}
