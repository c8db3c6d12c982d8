import { readSettings } from '../../../shared/installation/read-settings.ts';
import { defaultOf, NEEDED, SETTINGS, type SettingName, type Settings } from '../../../shared/installation/settings.ts';
import type { Terminal } from '../terminal.ts';
import type { Interview } from './interview.ts';

type Answers = Readonly<Record<string, unknown>>;

/** Asks for every setting but the stage; what stands there already is the usual answer. Those that contradict each other are asked for again. */
export async function askSettings(
  stage: string,
  before: Answers,
  { ask }: Interview,
  { note }: Terminal,
): Promise<Settings> {
  let answers: Answers = { stage };

  async function askFor(name: SettingName): Promise<void> {
    const usual = name in answers ? answers[name] : (before[name] ?? defaultOf(name, answers));
    const answer = await ask({
      title: name,
      ...SETTINGS[name],
      usual: usual === undefined ? undefined : typed(usual),
      isOptional: !NEEDED.includes(name) && defaultOf(name, answers) === undefined,
    });
    answers = { ...answers, [name]: answer };
  }

  let open = (Object.keys(SETTINGS) as SettingName[]).filter(name => name !== 'stage');
  for (;;) {
    for (const name of open) await askFor(name);
    const read = readSettings(answers);
    if ('settings' in read) return read.settings;
    for (const fault of read.faults) note(`  ${fault}`);
    open = open.filter(name => read.faults.some(fault => fault.startsWith(`${name}:`)));
  }
}

/** A value as somebody would type it. */
function typed(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([name, text]) => `${name}=${text}`)
    .join(', ');
}
