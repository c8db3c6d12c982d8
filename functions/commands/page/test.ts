import { DEV } from '../../../shared/installation/settings.ts';
import { command } from '../command.ts';
import { UsageError } from '../complaint.ts';
import { connected, TABLE_OPTIONS } from '../connection.ts';
import { nameAndValue } from '../name-value.ts';

/** Tries whether a recipient can be woken. */
export const pageTest = command({
  words: 'page test',
  operands: 'RECIPIENT',
  count: [1, 1],
  about: 'Wakes a recipient of a policy with one page that says it is a test, and resolves it at once.',
  details: `timekeeper page test 'on call' --policy acme --for severity=P1 --for team=payments

The way is the one that a ticket with those attributes would go now. What is sent where is told step by step, never a secret.
The exit code is 0 if the provider took both, else 1 with what it said.`,
  options: {
    policy: { type: 'string', value: 'NAME', about: 'The policy whose recipient it is, in the edition in force.' },
    for: {
      type: 'string',
      value: 'NAME=VALUE',
      multiple: true,
      about: 'An attribute of the ticket that the way is chosen for, such as team=payments.',
    },
    stage: { type: 'string', value: 'NAME', about: `The stage whose secrets are used; ${DEV} if not given.` },
    ...TABLE_OPTIONS,
  },
  async run(given, [recipient], terminal) {
    const { policy, stage = DEV } = given;
    if (policy === undefined) throw new UsageError('expected --policy with the name of a policy');
    const attributes = Object.fromEntries((given.for ?? []).map(attributeOf));
    const { tryPage } = await import('./try-page.ts');
    return connected(given, terminal, async connection => {
      await tryPage({ policy, recipient: recipient!, attributes }, stage, connection, terminal);
      return 0;
    });
  },
});

function attributeOf(typed: string): readonly [name: string, value: string] {
  const pair = nameAndValue(typed);
  if (pair === undefined) throw new UsageError(`--for: found "${typed}", expected NAME=VALUE such as team=payments`);
  return pair;
}
