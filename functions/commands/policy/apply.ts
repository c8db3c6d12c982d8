import type { Policy } from '../../../shared/policy/policy.ts';
import { type Applied, type Edition, policyEditions } from '../../adapters/policy-editions.ts';
import { command } from '../command.ts';
import { Refusal } from '../complaint.ts';
import { connected, TABLE_OPTIONS } from '../connection.ts';
import { standingOf } from './in-force.ts';
import { soundPolicy } from './policy-file.ts';
import { type Retargeted, retarget } from './retarget.ts';
import { stampText } from './stamp-text.ts';
import { testReport, testResults } from './test-report.ts';

/** DynamoDB holds 400 KB an item (Service quotas), attribute names and all. */
const LARGEST = 350_000;

/** After how many tickets the progress is told. */
const EVERY = 100;

/** Puts an edition of a policy in force. */
export const policyApply = command({
  words: 'policy apply',
  operands: 'FILE',
  count: [1, 1],
  about: 'Puts a policy document in force as a new edition, unless one of its tests fails.',
  details: `An edition never changes: to change a policy, give its document a new edition date and apply it again. Tickets that are open
keep the edition they have; new ones get this one. Functions know it within a minute. With --retarget the open ones get it too: their
clocks are recomputed from their own starts, and where that breaks a promise, it is broken from now on. Interrupted, it can be
started again, and goes on where it was.`,
  options: {
    by: { type: 'string', value: 'NAME', about: 'Who does it, for the record; the user at this machine if not given.' },
    ...TABLE_OPTIONS,
    retarget: { type: 'boolean', about: 'Puts the tickets that are open under the policy under this edition too.' },
    json: { type: 'boolean', about: 'As one JSON object.' },
  },
  async run(given, [file], terminal) {
    const { policy, tests, text } = await soundPolicy(file!, terminal);
    const results = testResults(policy, tests);
    if (results.some(({ passed }) => !passed))
      throw new Refusal(
        `${file} is not applied, since it fails its own tests\n${testReport(results, false).join('\n')}`,
      );
    if (Math.max(JSON.stringify(policy).length, Buffer.byteLength(text)) > LARGEST)
      throw new Refusal(`${file} is too large to keep; expected at most ${LARGEST} bytes`);
    return connected(given, terminal, async ({ client, table, now }) => {
      const editions = policyEditions(client, table);
      const applied = await editions.apply(policy, text, { by: given.by ?? terminal.user, at: now });
      const all = await editions.all();
      const kept = all.find(({ policy: { name, edition } }) => name === policy.name && edition === policy.edition)!;
      refuse(applied, kept);
      const standing = standingOf(kept, all, now);
      const { name, edition } = policy;
      if (!given.json)
        terminal.say(`${name}, edition ${edition}, ${said(policy, standing)}${applied === 'known' ? ' already' : ''}`);
      const tell = (count: number) => count % EVERY === 0 && terminal.note(`${count} tickets`);
      const retargeted = given.retarget ? await retarget(client, table, policy, now, tell) : undefined;
      if (given.json) terminal.say(JSON.stringify({ name, edition, applied, standing, retargeted }));
      else if (retargeted) terminal.say(retargetedText(retargeted));
      return 0;
    });
  },
});

function refuse(applied: Applied, { policy: { name, edition }, withdrawn }: Edition): void {
  if (applied === 'contradicts')
    throw new Refusal(
      `edition ${edition} of ${name} exists with another content, and editions never change; give this one a new date`,
    );
  if (withdrawn)
    throw new Refusal(
      `edition ${edition} of ${name} was withdrawn ${stampText(withdrawn)}; give it a new date to apply it again`,
    );
}

function said({ effectiveFrom }: Policy, standing: ReturnType<typeof standingOf>): string {
  if (standing === 'to come') return `will be in force from ${new Date(effectiveFrom).toISOString()}`;
  return standing === 'superseded' ? 'is kept, but a later edition is in force' : 'is in force';
}

const retargetedText = ({ moved, there, left }: Retargeted): string =>
  `${moved} open tickets were put under it${there > 0 ? `, ${there} were already` : ''}${left > 0 ? `; it is not for ${left}` : ''}`;
