import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterEach, describe, expect, it } from 'vitest';
import { outageMarkers } from '../../functions/adapters/outage-markers.ts';
import { becomes, created, set } from '../timelines.ts';
import { ledgerOf, paging } from './calm.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
afterEach(() => desk.machine.stop());

describe('a ticket with a parent', () => {
  const familiar = paging({
    inhibit: [{ by: { attribute: 'parent_incident' }, when: { type: ['outage'] }, except: ['A'] }],
  });

  it('is muted while its parent is open, and told when that is solved and it is still broken', async () => {
    desk = await openDesk([familiar]);
    await desk.happens(0, created({ type: 'outage' }), 'P1');
    await desk.happens(1, created({ parent_incident: 'P1' }));
    await desk.happens(1, created({ parent_incident: 'P1', severity: 'A' }), 'T2');
    await desk.happens(1, created({ parent_incident: 'P9' }), 'T3');
    await desk.until(65);
    expect(desk.pages()).toEqual(['60 triggered', '61 triggered', '61 triggered']);
    expect(await ledgerOf(desk)).toContain('T1, held, inhibited (its parent P1 is open)');
    await desk.happens(80, becomes('solved'), 'P1');
    await desk.until(95);
    expect(desk.pages()).toEqual(['60 resolved', '61 triggered', '61 triggered', '91 triggered']);
    expect(await ledgerOf(desk)).toContain('T1, sent, inhibited (its parent P1 is open)');
    await desk.expectQuiet();
  });

  it('is not muted by a parent of another kind, nor two tickets by each other', async () => {
    desk = await openDesk([familiar]);
    await desk.happens(0, created({ type: 'question' }), 'P1');
    await desk.happens(1, created({ parent_incident: 'P1' }));
    await desk.happens(2, created({ type: 'outage', parent_incident: 'T3' }), 'T2');
    await desk.happens(3, created({ type: 'outage', parent_incident: 'T2' }), 'T3');
    await desk.happens(4, created({ type: 'outage', parent_incident: 'T4' }), 'T4');
    await desk.until(70);
    expect(desk.pages().map(page => page.split(' ')[0])).toEqual(['60', '61', '62', '63', '64']);
    await desk.expectQuiet();
  });
});

describe('an outage of a tenant', () => {
  const outages = paging({ inhibit: [{ by: 'tenant', when: { type: ['outage'] }, except: [] }] });

  /** The tickets that are marked as muting their tenant. */
  async function marked(): Promise<readonly string[]> {
    const { table, endpoint } = desk.machine.database;
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    const client = new DynamoDBClient({ endpoint, region: 'eu-central-1', credentials });
    const tickets = await outageMarkers(client, table).of('');
    client.destroy();
    return tickets.map(({ id }) => id);
  }

  it('mutes its other tickets until it is over, itself and other outages never', async () => {
    desk = await openDesk([outages]);
    await desk.happens(0, created());
    await desk.happens(10, created({ type: 'outage' }), 'O1');
    await desk.happens(11, created(), 'O2');
    await desk.happens(12, set({ type: 'outage' }), 'O2');
    await desk.until(75);
    expect(desk.pages()).toEqual(['70 triggered', '71 triggered']);
    expect(await ledgerOf(desk)).toContain('T1, held, inhibited (O1 mutes its tenant while it is open)');
    expect(await marked()).toEqual(['O1', 'O2']);
    await desk.happens(80, becomes('solved'), 'O1');
    await desk.until(100);
    expect(await ledgerOf(desk)).toContain('T1, held, inhibited (O2 mutes its tenant while it is open)');
    await desk.happens(101, set({ type: 'question' }), 'O2');
    await desk.until(110);
    expect(desk.pages()).toEqual(['70 resolved', '71 triggered', '105 triggered']);
    expect(await marked()).toEqual([]);
    await desk.expectQuiet();
  });
});
