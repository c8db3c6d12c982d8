import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readIncoming } from '../../shared/ticket/incoming.ts';

const NOW = Date.UTC(2026, 0, 5, 10);

const CREATED = {
  specversion: '1.0',
  id: 'event-1',
  source: 'desk',
  subject: 'T1',
  type: 'timekeeper.ticket.created',
  time: '2026-01-05T10:00:00+01:00',
  data: { attributes: { plan: 'gold' } },
};
const MESSAGE = { ...CREATED, type: 'timekeeper.ticket.message', data: { author: 'agent', public: true } };

describe('a ticket event that comes in', () => {
  it('names its ticket and says what happened when', () => {
    expect(readIncoming({ ...CREATED, tenant: 'acme' }, NOW)).toEqual({
      key: { tenant: 'acme', source: 'desk', id: 'T1' },
      event: {
        type: 'created',
        id: 'event-1',
        at: Date.UTC(2026, 0, 5, 9),
        status: 'new',
        attributes: { plan: 'gold' },
      },
    });
  });

  it.each([
    ['created without data of its own', { ...CREATED, data: {} }, { type: 'created', status: 'new', attributes: {} }],
    [
      'updated',
      { ...CREATED, type: 'timekeeper.ticket.updated', data: { status: 'pending' } },
      { type: 'updated', status: 'pending' },
    ],
    [
      'an attribute taken away',
      { ...CREATED, type: 'timekeeper.ticket.updated', data: { attributes: { plan: null } } },
      { attributes: { plan: null } },
    ],
    ['a message', MESSAGE, { type: 'message', author: 'agent', public: true }],
    ['deleted', { ...CREATED, type: 'timekeeper.ticket.deleted', data: undefined }, { type: 'deleted' }],
    ['merged', { ...CREATED, type: 'timekeeper.ticket.merged', data: { into: 'T2' } }, { type: 'merged', into: 'T2' }],
    ['an extension attribute of somebody else', { ...CREATED, traceparent: '00-1' }, { type: 'created' }],
  ])('can be: %s', (_name, value, expected) => {
    expect(readIncoming(value, NOW)).toMatchObject({ event: expected });
  });

  it.each([
    ['nothing at all', null, [['', 'found null, expected an object']]],
    ['a list', [], [['', 'found an array, expected an object']]],
    ['another version', { ...CREATED, specversion: '0.3' }, [['/specversion', 'found "0.3", expected one of "1.0"']]],
    ['an empty id', { ...CREATED, id: '' }, [['/id', 'found "", expected at least 1 characters']]],
    [
      'a long ticket',
      { ...CREATED, subject: 'x'.repeat(201) },
      [['/subject', expect.stringMatching(/expected at most 200 characters$/)]],
    ],
    ['no time', { ...CREATED, time: undefined }, [['/time', 'found nothing, expected text']]],
    [
      'a day that is none',
      { ...CREATED, time: '2026-02-30T00:00:00Z' },
      [['/time', expect.stringContaining('expected a time such as')]],
    ],
    [
      'a time without a zone',
      { ...CREATED, time: '2026-01-05T10:00:00' },
      [['/time', expect.stringContaining('expected a time such as')]],
    ],
    [
      'the far future',
      { ...CREATED, time: '2026-01-05T10:11:00Z' },
      [['/time', expect.stringContaining('10 minutes ahead')]],
    ],
    [
      'the far past',
      { ...CREATED, time: '2015-01-05T10:00:00Z' },
      [['/time', expect.stringContaining('10 years ago')]],
    ],
    [
      'XML',
      { ...CREATED, datacontenttype: 'application/xml' },
      [['/datacontenttype', 'found "application/xml", expected a JSON content type']],
    ],
    [
      'an unknown status',
      { ...CREATED, data: { status: 'waiting' } },
      [['/data/status', expect.stringContaining('expected one of "new", "open"')]],
    ],
    ['an unknown field', { ...CREATED, data: { prio: 1 } }, [['/data', 'found unknown "prio"']]],
    [
      'an attribute of its own parts',
      { ...CREATED, data: { attributes: { 'a/b': {} } } },
      [['/data/attributes/a~1b', 'found an object, expected text, a number, true or false']],
    ],
    [
      'half a character',
      { ...CREATED, subject: 'T\ud800', data: { attributes: { plan: '\udc00' } } },
      [
        ['/subject', expect.stringContaining('expected text without half a character')],
        ['/data/attributes/plan', expect.stringContaining('expected text without half a character')],
      ],
    ],
    [
      'an attribute without a name',
      { ...CREATED, data: { attributes: { '': 'x' } } },
      [['/data/attributes/', 'found "", expected a name: at least 1 characters']],
    ],
    [
      'too many attributes',
      { ...CREATED, data: { attributes: Object.fromEntries(Array.from({ length: 61 }, (_, n) => [`a${n}`, 1])) } },
      [['/data/attributes', 'found an object, expected at most 60 attributes']],
    ],
    [
      'a message from nobody',
      { ...MESSAGE, data: { author: 'bot', public: 'yes' } },
      [
        ['/data/author', 'found "bot", expected one of "agent", "requester"'],
        ['/data/public', 'found "yes", expected true or false'],
      ],
    ],
    [
      'several at once',
      { ...CREATED, type: 'ticket', id: 7, time: 'noon' },
      [
        ['/type', expect.stringContaining('expected one of "timekeeper.ticket.created"')],
        ['/id', 'found 7, expected text'],
        ['/time', expect.stringContaining('found "noon"')],
      ],
    ],
  ])('is refused with every fault and its place: %s', (_name, value, faults) => {
    expect(readIncoming(value, NOW)).toEqual({ faults: faults.map(([pointer, detail]) => ({ pointer, detail })) });
  });

  it('is read or refused with a reason, never thrown at, whatever it is', () => {
    const mutated = fc
      .tuple(fc.constantFrom(...Object.keys(CREATED)), fc.anything())
      .map(([name, value]) => ({ ...CREATED, [name]: value }));
    fc.assert(
      fc.property(fc.oneof(fc.anything(), mutated), value => {
        const read = readIncoming(value, NOW);
        if ('faults' in read) expect(read.faults.length).toBeGreaterThan(0);
      }),
      { numRuns: 10_000 },
    );
  });
});
