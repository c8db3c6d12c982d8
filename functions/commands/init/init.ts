import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { yesOrNo } from '../../../shared/installation/setting.ts';
import { SETTINGS } from '../../../shared/installation/settings.ts';
import { command } from '../command.ts';
import { Refusal } from '../complaint.ts';
import { askSettings } from './ask-settings.ts';
import { type Interview, interview } from './interview.ts';

/** Asks for a stage's settings and writes them where a deployment finds them. */
export const init = command({
  words: 'init',
  about: 'Asks what a stage needs to be deployed, and writes stages/<stage>.json.',
  details: `Run it in the folder of cdk.json. Each question says why it matters and what is meant when the answer is empty. A file that is there
already gives the usual answers, and is replaced only if you say so. Nothing secret is asked for, and nothing leaves this machine.`,
  options: {},
  async run(_given, _operands, terminal) {
    const talk = interview(terminal);
    try {
      const stage = (await talk.ask({ title: 'stage', ...STAGE, usual: 'prod', isOptional: false })) as string;
      const name = join('stages', `${stage}.json`);
      const file = resolve(terminal.folder, name);
      const isThere = existsSync(file);
      if (isThere && !(await mayReplace(name, talk))) {
        terminal.say(`${name} stays as it is`);
        return 1;
      }
      const before = isThere ? await settingsIn(file, name) : {};
      const { stage: _stage, ...settings } = await askSettings(stage, before, talk, terminal);
      await mkdir(resolve(terminal.folder, 'stages'), { recursive: true });
      await writeFile(file, `${JSON.stringify(settings, undefined, 2)}\n`);
      terminal.say(nextSteps(name, stage));
      return 0;
    } finally {
      await talk.end();
    }
  },
});

const STAGE = SETTINGS.stage;

async function mayReplace(name: string, talk: Interview): Promise<boolean> {
  const about = 'It is there already. Its answers become the usual ones, and the new ones take their place.';
  return (await talk.ask({ title: `replace ${name}`, ...yesOrNo(about), usual: 'no', isOptional: false })) ?? false;
}

async function settingsIn(file: string, name: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new Refusal(`${name} is there and cannot be read: ${(error as Error).message}`);
  }
}

const nextSteps = (name: string, stage: string): string =>
  `${name} is written. Then, with credentials of the account:
  npx cdk bootstrap                        once for each account and region
  npx cdk diff -c stage=${stage}${' '.repeat(Math.max(1, 18 - stage.length))}what would change
  npx cdk deploy --all -c stage=${stage}
docs/operations.md goes on from there.`;
