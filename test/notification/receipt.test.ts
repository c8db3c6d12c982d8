import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, SECOND } from '../../shared/calendar/instant.ts';
import { type Delivery, settled } from '../../shared/notification/delivery.ts';
import { isLost, type Receipt, received, suppressesAddress } from '../../shared/notification/receipt.ts';
import { suppressed } from '../../shared/notification/resolve.ts';
import { DUE, delivery, notification } from './notices.ts';

const receipt = (said: Receipt['said'], seconds = 1, reference = 'mail-1'): Receipt => ({
  said,
  at: DUE + seconds * SECOND,
  reference,
});
const mail = (facts: Partial<Delivery> = {}) =>
  delivery({ notification: notification({ channel: 'email' }), ...facts });
const sent = (facts: Partial<Delivery> = {}) =>
  settled(mail({ reference: 'mail-1', toldAt: DUE, ...facts }), 'sent', DUE);
const lostAnswer = mail({ state: 'retry', uncertain: true });
const underWay = mail({ state: 'attempting', attempting: 'told', attempts: 1 });

describe('what is heard of a mail', () => {
  it.each<[string, Delivery, Receipt, object | 'nothing' | 'being attempted']>([
    ['that it was taken', sent(), receipt('accepted'), { state: 'sent', receipt: { said: 'accepted' } }],
    ['that it is there', sent(), receipt('delivered'), { state: 'sent', receipt: { said: 'delivered' } }],
    ['that it is late', sent(), receipt('delayed'), { state: 'sent' }],
    ['that a machine answered', sent(), receipt('auto-replied'), { state: 'sent', receipt: { said: 'auto-replied' } }],
    ['that it came back for now', sent(), receipt('bounced'), { state: 'refused', detail: 'bounced' }],
    [
      'that it came back for good',
      sent(),
      { ...receipt('bounced for good'), detail: '550 5.1.1' },
      { state: 'refused', detail: 'bounced for good: 550 5.1.1' },
    ],
    ['that it was not let out', sent(), receipt('rejected'), { state: 'refused', detail: 'rejected' }],
    ['that its reader complained', sent(), receipt('complained'), { state: 'refused', detail: 'complained' }],
    [
      'that its reader complained after more than a day',
      sent(),
      receipt('complained', DAY / SECOND + 1),
      { state: 'sent', receipt: { said: 'complained' } },
    ],
    ['the same again', sent({ receipt: receipt('delivered') }), receipt('delivered'), 'nothing'],
    ['something older', sent({ receipt: receipt('delivered', 5) }), receipt('delayed', 4), 'nothing'],
    ['something less, of the same moment', sent({ receipt: receipt('delivered') }), receipt('accepted'), 'nothing'],
    [
      'that it came back after it was there',
      sent({ receipt: receipt('delivered', 1) }),
      receipt('bounced for good', 9),
      { state: 'refused' },
    ],
    ['something of an earlier mail', sent(), receipt('bounced for good', 1, 'mail-0'), 'nothing'],
    [
      'of one whose answer was lost, that it was taken',
      lostAnswer,
      receipt('accepted'),
      { state: 'sent', reference: 'mail-1', toldAt: DUE + SECOND },
    ],
    ['of one whose answer was lost, that it came back', lostAnswer, receipt('bounced for good'), { state: 'refused' }],
    [
      'of one that is sent again, something of the mail before',
      mail({ reference: 'mail-1' }),
      receipt('complained'),
      { state: 'owed', receipt: { said: 'complained' } },
    ],
    [
      'of one that is settled otherwise',
      suppressed(mail(), 'answered', DUE),
      receipt('delivered'),
      { state: 'suppressed', receipt: {} },
    ],
    ['during an attempt, that it was taken', underWay, receipt('accepted'), 'nothing'],
    ['during an attempt, that it came back', underWay, receipt('bounced for good'), 'being attempted'],
  ])('%s', (_what, before, said, expected) => {
    const after = received(before, said, DUE + 10 * SECOND);
    if (expected === 'nothing') expect(after).toBe(before);
    else if (typeof expected === 'string') expect(after).toBe(expected);
    else expect(after).toMatchObject(expected);
    if (typeof after === 'object')
      expect(after.nextActionAt === undefined).toBe(!['owed', 'attempting'].includes(after.state));
  });

  it('comes to the same in any order, however often it is told, and a mail that is lost stays lost', () => {
    const said = fc.constantFrom<Receipt['said']>(
      'accepted',
      'delayed',
      'bounced',
      'auto-replied',
      'delivered',
      'bounced for good',
      'rejected',
      'complained',
    );
    const news = fc.array(
      fc.tuple(said, fc.nat({ max: 5 })).map(([what, at]) => receipt(what, at)),
      { minLength: 1, maxLength: 8 },
    );
    const hearing = (all: readonly Receipt[]) =>
      all.reduce<Delivery>((row, each) => received(row, each, DUE) as Delivery, sent());
    fc.assert(
      fc.property(
        news.chain(all =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: 2 * all.length })),
        ),
        ([all, shuffled]) => {
          const [inOrder, anyhow] = [hearing(all), hearing(shuffled)];
          expect(anyhow.receipt).toEqual(inOrder.receipt);
          if (isLost(anyhow.receipt!)) expect(anyhow.state).toBe('refused');
        },
      ),
    );
  });
});

it.each<[Receipt['said'], boolean]>([
  ['bounced for good', true],
  ['complained', true],
  ['rejected', false],
  ['bounced', false],
  ['auto-replied', false],
  ['delayed', false],
  ['delivered', false],
  ['accepted', false],
])('an address of which is heard "%s" is sent no more mail: %s', (said, expected) => {
  expect(suppressesAddress(receipt(said))).toBe(expected);
});
