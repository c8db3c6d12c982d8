import { type PolicySet, policySet } from '../../../shared/policy/policy-set.ts';
import type { PolicyRef } from '../../../shared/ticket/policy-ref.ts';
import { policyEditions } from '../../adapters/policy-editions.ts';
import { scanTickets } from '../../adapters/ticket-scan.ts';
import { ticketTable } from '../../adapters/ticket-table.ts';
import { command } from '../command.ts';
import { type Connection, connected, TABLE_OPTIONS } from '../connection.ts';
import { readZone } from '../instants.ts';
import { otherChanges, targetChanges } from './changes.ts';
import { type Difference, differenceJson, differenceText } from './difference.ts';
import { inForceOf } from './in-force.ts';
import { isTicketOpen, type Move, movesOf } from './moves.ts';
import { soundPolicy } from './policy-file.ts';

/** What a policy document would change. */
export const policyDiff = command({
  words: 'policy diff',
  operands: 'FILE',
  count: [1, 1],
  about:
    'Tells what a policy document would change of what is in force, and which due times of open tickets would move.',
  details: `Tickets that are open keep their edition when a new one is applied; the due times are those they would have under the new one.
It reads every ticket of the table.`,
  options: {
    zone: { type: 'string', value: 'ZONE', about: 'The zone times are told in; that of this machine if not given.' },
    ...TABLE_OPTIONS,
    json: { type: 'boolean', about: 'As one JSON object.' },
  },
  async run(given, [file], terminal) {
    const zone = readZone(given.zone ?? terminal.zone);
    const { policy } = await soundPolicy(file!, terminal);
    return connected(given, terminal, async connection => {
      const all = await policyEditions(connection.client, connection.table).all();
      const before = inForceOf(all, policy.name, connection.now)?.policy;
      const others = all
        .map(edition => edition.policy)
        .filter(({ name, edition }) => name !== policy.name || edition !== policy.edition);
      const found: Difference = {
        policy: policy.name,
        edition: policy.edition,
        inForce: before?.edition,
        targets: targetChanges(before, policy),
        other: otherChanges(before, policy),
        ...(await movesIn(connection, policySet([...others, policy]), policy)),
      };
      terminal.say(given.json ? JSON.stringify(differenceJson(found, zone)) : differenceText(found, zone));
      return 0;
    });
  },
});

/** The due times that would move of tickets that are open under a policy, and how many tickets those are. */
async function movesIn({ client, table, now }: Connection, policies: PolicySet, { name, edition }: PolicyRef) {
  const tickets = ticketTable(client, table, 1);
  const moves: Move[] = [];
  let looked = 0;
  for await (const record of scanTickets(client, table)) {
    if (record.timed?.policy?.name !== name || !isTicketOpen(record)) continue;
    looked += 1;
    moves.push(...movesOf(record, await tickets.events(record.key), policies, { name, edition }, now));
  }
  return { tickets: looked, moves };
}
