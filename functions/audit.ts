import { MINUTE } from '../shared/calendar/instant.ts';
import { measure } from '../shared/measure/measures.ts';
import { standingMeasures } from '../shared/measure/standing-measures.ts';
import { type Clients, dynamodbClient, sqsClient } from './adapters/clients.ts';
import { deliveryLedger } from './adapters/delivery-ledger.ts';
import { dueIndex } from './adapters/due-index.ts';
import { entitlementStore } from './adapters/entitlement-store.ts';
import { type Environment, required } from './adapters/environment.ts';
import { ticketItemKey } from './adapters/item-keys.ts';
import { log, reasonOf } from './adapters/log.ts';
import { emitter } from './adapters/measures.ts';
import { onFirstCall } from './adapters/on-first-call.ts';
import { outageMarkers } from './adapters/outage-markers.ts';
import { policyStore } from './adapters/policy-store.ts';
import { queue } from './adapters/queues.ts';
import { type Part, walk } from './adapters/table-walk.ts';
import { ticketTable } from './adapters/ticket-table.ts';
import type { Finding } from './audit/findings.ts';
import { recordIn, suspects } from './audit/first-look.ts';
import { type Auditor, auditDelivery, auditTicket } from './audit/ticket-audit.ts';

/**
 * The independent check, on a schedule of its own: every minute one slice of the table, read past the index that the sweep goes by,
 * told anew by the engine, so that each ticket is looked at once in as many minutes as there are slices.
 */
export function create(env: Environment, clients: Clients = {}) {
  const dynamodb = clients.dynamodb ?? dynamodbClient(env);
  const sqs = clients.sqs ?? sqsClient(env);
  const table = required(env, 'TABLE_NAME');
  const shards = Number(required(env, 'SHARDS'));
  const slices = Number(required(env, 'AUDIT_SLICES'));
  const emit = emitter(env);
  const policies = policyStore(dynamodb, table);
  const auditor: Auditor = {
    intake: {
      tickets: ticketTable(dynamodb, table, shards),
      policies,
      entitlements: entitlementStore(dynamodb, table),
      outages: outageMarkers(dynamodb, table),
      due: queue(sqs, required(env, 'DUE_QUEUE_URL')),
      lookAheadSeconds: Number(required(env, 'LOOK_AHEAD_SECONDS')),
    },
    ledger: deliveryLedger(dynamodb, table, shards),
    index: dueIndex(dynamodb, table, required(env, 'DUE_INDEX')),
    shards,
    outbound: {
      email: queue(sqs, required(env, 'EMAIL_QUEUE_URL')),
      page: queue(sqs, required(env, 'PAGE_QUEUE_URL')),
    },
  };

  async function audited(part: Part, now: number) {
    try {
      return await look(part, now);
    } catch (error) {
      log('error', 'the audit could not look at something', { pk: part.pk, reason: reasonOf(error) });
      return { findings: ['unreadable' as const], standing: [] };
    }
  }

  async function look(part: Part, now: number) {
    const record = part.pk.startsWith('TICKET#') ? recordIn(part) : undefined;
    if (record === undefined) return { findings: [], standing: [] };
    const set = await policies.load(record.timed?.policy);
    const { ticket, deliveries } = suspects(part, record, set, shards, now);
    const findings: Finding[] = ticket ? [...(await auditTicket(auditor, ticketItemKey(record.key), now))] : [];
    for (const key of deliveries) findings.push(...(await auditDelivery(auditor, key, now)));
    if (findings.length > 0) log('warn', 'the audit found and mended something', { pk: part.pk, findings });
    return { findings, standing: standingMeasures([record], set, now) };
  }

  return async (): Promise<void> => {
    const now = Date.now();
    const slice = Math.floor(now / MINUTE) % slices;
    const results = [];
    for await (const part of walk(dynamodb, table, slice, slices)) results.push(await audited(part, now));
    const findings = results.flatMap(result => result.findings);
    emit([
      measure('Audits', 1),
      measure('Disagreements', findings.length),
      ...results.flatMap(({ standing }) => standing),
      ...findings.map(finding => measure('Findings', 1, { finding })),
    ]);
  };
}

/** The Lambda entry. */
export const handler = onFirstCall(create);
