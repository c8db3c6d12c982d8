import { isTopic } from '../policy/topic.ts';
import { labels, type Setting, several, wholeNumber, words, yesOrNo } from './setting.ts';

/** What differs from one installation to the next; everything else is the stacks' own. What each is about stands in `SETTINGS`. */
export interface Settings {
  readonly stage: string;
  readonly account?: string;
  readonly region?: string;
  readonly mailFrom: string;
  readonly mailIdentity: string;
  readonly createMailIdentity: boolean;
  readonly mailConfigurationSet?: string;
  readonly mailRate: number;
  readonly consoleUrl?: string;
  readonly alarmMail?: string;
  readonly runbookUrl?: string;
  readonly urgentPhone?: string;
  readonly urgentTopic?: string;
  readonly pageTopics: readonly string[];
  readonly protect: boolean;
  readonly restoredTable?: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly shards: number;
  readonly lookAheadSeconds: number;
  readonly auditSlices: number;
}

/** The name of a setting. */
export type SettingName = keyof Settings;

/** In ASCII, all that SES takes; a domain of other letters is written as Punycode. */
const ADDRESS = /^[!-;=?A-~]+@[\w-]+(\.[\w-]+)+$/;
const NAMED_ADDRESS = new RegExp(`^[^<>@]+<${ADDRESS.source.slice(1, -1)}>$|${ADDRESS.source}`);

/** The stage for trying things out: nothing in it is protected, and everything has a default. */
export const DEV = 'dev';

/** Every setting, in the order people are asked. */
export const SETTINGS: Readonly<Record<SettingName, Setting>> = {
  stage: words(
    'Names the installation. It is part of every name in the account, so that two stages never meet; `dev` is for trying things out, and can be deleted without a trace.',
    'up to 20 small letters and digits, such as prod',
    /^[a-z][a-z0-9]{0,19}$/,
  ),
  account: words(
    'The AWS account it belongs in: with it, a deployment under the wrong profile is refused.',
    'the 12 digits of an AWS account',
    /^\d{12}$/,
  ),
  region: words(
    'The AWS region it belongs in, next to the help desk that sends the events.',
    'an AWS region such as eu-central-1',
    /^[a-z]{2}(-[a-z]+)+-\d$/,
  ),
  mailFrom: words(
    'Who notifications come from, with or without a name. SES sends for verified domains and addresses only.',
    'an address such as Timekeeper <sla@example.org>',
    NAMED_ADDRESS,
  ),
  mailIdentity: words(
    'The SES identity that may send from that address: its domain, the one above, or the address itself.',
    'a domain or an address',
    /^[\w.+-]+(@[\w.-]+)?$/,
  ),
  createMailIdentity: yesOrNo(
    'Whether that identity is made here. Say no where somebody has verified it already: it can be made only once in a region.',
  ),
  mailConfigurationSet: words(
    'An SES configuration set of yours to send with in place of our own; it has to tell the default event bus of bounces.',
    'the name of a configuration set',
    /^[\w-]{1,64}$/,
  ),
  mailRate: wholeNumber(
    'How many mails a second SES takes from the account in that region, which its console tells; 1 while it is in the sandbox. We stay below it.',
    1,
    10_000,
  ),
  consoleUrl: words(
    'Where people look at tickets; links in notifications begin with it.',
    'an address that begins with https://',
    /^https:\/\/\S+$/,
  ),
  alarmMail: words(
    'Who is written to when the service itself needs help. Without it alarms are raised, and nobody hears of them.',
    'an address without a name, such as operations@example.org',
    ADDRESS,
  ),
  runbookUrl: words(
    'Where your people read docs/runbook.md; every alarm has a link that begins with it. Without it an alarm names the file and the entry.',
    'an address that begins with https://, without a #',
    /^https:\/\/[^\s#]+$/,
  ),
  urgentPhone: words(
    'The phone that gets a text message when promises are being broken because of Timekeeper itself, past all of its own ways.',
    'a number such as +4930123456',
    /^\+[1-9]\d{6,14}$/,
  ),
  urgentTopic: words(
    'An SNS topic of yours in that region to tell instead, such as one that an on-call service listens to. A stage that is protected needs one or the other.',
    'an ARN such as arn:aws:sns:eu-central-1:123456789012:on-call',
    /^arn:aws[\w-]*:sns:[\w-]+:\d{12}:[\w-]+$/,
  ),
  pageTopics: several(
    'The SNS topics that policies may page. A topic that is not among them is refused, whatever a policy says; one with a key of its own needs that key to let us in.',
    'ARNs such as arn:aws:sns:eu-central-1:123456789012:duty, with commas between',
    isTopic,
  ),
  protect: yesOrNo(
    'Whether tickets and keys outlive their stack and cannot be deleted by mistake. Say no only where nothing in it matters.',
  ),
  restoredTable: words(
    'A table that was restored from a backup, to go on with in place of the one we made, which is left where it is if the stage is protected.',
    'the name of a table',
    /^[\w.-]{3,255}$/,
  ),
  tags: labels('Tags for every resource beside app, stage and version, for whoever reads the bill.'),
  shards: wholeNumber(
    'How many partitions the index of what is due is spread over. Each takes a thousand writes a second and costs one small query a minute; it must never shrink while tickets are open.',
    1,
    256,
  ),
  lookAheadSeconds: wholeNumber(
    'How far ahead the sweep hands out what will be due. More than two minutes, so that one lost sweep delays nothing.',
    121,
    900,
  ),
  auditSlices: wholeNumber(
    'In how many minutes the audit reads the whole table, a slice a minute: more from some seventy thousand open tickets on (docs/capacity.md).',
    1,
    10_080,
  ),
};

/** What a setting is where nothing is said, given those before it; undefined where it is nothing, or has to be said. */
export const defaultOf = (name: SettingName, { stage = DEV, mailFrom }: Partial<Settings>): unknown => {
  switch (name) {
    case 'stage':
      return DEV;
    case 'mailFrom':
      return stage === DEV ? 'Timekeeper <timekeeper@example.com>' : undefined;
    case 'mailIdentity':
      return mailFrom === undefined ? undefined : domainOf(mailFrom);
    case 'createMailIdentity':
      return false;
    case 'mailRate':
      return 14;
    case 'protect':
      return stage !== DEV;
    case 'pageTopics':
      return [];
    case 'tags':
      return {};
    case 'shards':
      return 16;
    case 'lookAheadSeconds':
      return 130;
    case 'auditSlices':
      return 60;
    default:
      return undefined;
  }
};

/** The settings that cannot be left out. */
export const NEEDED: readonly SettingName[] = ['mailFrom'];

/** The domain an address is at. */
export const domainOf = (address: string): string => address.replace(/^.*@/, '').replace('>', '');
