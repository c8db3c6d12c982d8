import { describe, expect, it } from 'vitest';
import { readSettings } from '../../shared/installation/read-settings.ts';

const TOPIC = 'arn:aws:sns:eu-central-1:123456789012:duty';
const PHONE = '+4930123456';
const PLACE = { account: '123456789012', region: 'eu-central-1' };
const MAIL = { mailFrom: 'SLA <sla@desk.example.org>' };
const of = (written: Readonly<Record<string, unknown>>) => {
  const read = readSettings(written);
  if ('faults' in read) throw new Error(read.faults.join('\n'));
  return read.settings;
};
const faultsOf = (written: Readonly<Record<string, unknown>>) => {
  const read = readSettings(written);
  return 'faults' in read ? read.faults : [];
};

describe('settings', () => {
  it('have a default for everything in dev, where nothing is protected', () => {
    expect(of({})).toEqual({
      stage: 'dev',
      mailFrom: 'Timekeeper <timekeeper@example.com>',
      mailIdentity: 'example.com',
      createMailIdentity: false,
      mailRate: 14,
      pageTopics: [],
      protect: false,
      tags: {},
      shards: 16,
      lookAheadSeconds: 130,
      auditSlices: 60,
    });
  });

  it('protect every other stage, which has to say who its mails come from', () => {
    expect(of({ stage: 'prod', ...MAIL, urgentPhone: PHONE })).toMatchObject({ stage: 'prod', protect: true });
    expect(faultsOf({ stage: 'prod', urgentPhone: PHONE })).toEqual([
      'mailFrom: found nothing, expected an address such as Timekeeper <sla@example.org>; only the stage dev can do without',
    ]);
    expect(of({ stage: 'test', protect: false, ...MAIL }).protect).toBe(false);
  });

  it('have somebody woken where a stage is protected, by either way', () => {
    expect(faultsOf({ stage: 'prod', ...MAIL })).toEqual([
      'urgentPhone: found nothing, expected it or urgentTopic: who is woken for a stage that is protected?',
      'urgentTopic: found nothing, expected it or urgentPhone: who is woken for a stage that is protected?',
    ]);
    for (const urgent of [{ urgentPhone: PHONE }, { urgentTopic: TOPIC }])
      expect(of({ stage: 'prod', ...MAIL, ...urgent })).toMatchObject(urgent);
    expect(faultsOf({ stage: 'prod', ...MAIL, urgentPhone: '110' })).toEqual([
      'urgentPhone: found "110", expected a number such as +4930123456',
    ]);
  });

  it('take the domain of the sender for the identity it may send as, unless another is named', () => {
    expect(of({ mailFrom: 'sla@desk.example.org' }).mailIdentity).toBe('desk.example.org');
    expect(of(MAIL).mailIdentity).toBe('desk.example.org');
    for (const mailIdentity of ['example.org', 'sla@desk.example.org'])
      expect(of({ ...MAIL, mailIdentity }).mailIdentity).toBe(mailIdentity);
  });

  it.each([
    [{ shards: '32' }, { shards: 32 }],
    [{ protect: 'true', urgentPhone: PHONE }, { protect: true }],
    [{ protect: 'no' }, { protect: false }],
    [{ tags: 'team=support, cost-centre=47=11' }, { tags: { team: 'support', 'cost-centre': '47=11' } }],
    [{ tags: { team: 'support' } }, { tags: { team: 'support' } }],
    [{ pageTopics: `${TOPIC}, ${TOPIC}.fifo,${TOPIC}` }, { pageTopics: [TOPIC, `${TOPIC}.fifo`] }],
    [{ pageTopics: [TOPIC] }, { pageTopics: [TOPIC] }],
    [{ restoredTable: 'timekeeper-prod-2026-03-01' }, { restoredTable: 'timekeeper-prod-2026-03-01' }],
    [{ pageTopics: '' }, { pageTopics: [] }],
    [PLACE, PLACE],
    [{ ...PLACE, urgentTopic: TOPIC }, { urgentTopic: TOPIC }],
    [{ consoleUrl: 'https://sla.example.org' }, { consoleUrl: 'https://sla.example.org' }],
  ])('are read from a file and from a command line alike: %j', (written, expected) => {
    expect(of(written)).toMatchObject(expected);
  });

  it.each([
    [{ stage: 'Prod!' }, 'stage: found "Prod!", expected up to 20 small letters and digits, such as prod'],
    [{ stage: 'pro-d' }, 'stage: found "pro-d", expected up to 20 small letters and digits, such as prod'],
    [{ runbookUrl: 'https://x.example/runbook.md#top' }, /^runbookUrl: found .*, expected an address .* without a #$/],
    [{ consoleUrl: 'http://plain' }, 'consoleUrl: found "http://plain", expected an address that begins with https://'],
    [{ alarmMail: 'Ops <ops@example.org>' }, /^alarmMail: found "Ops <ops@example.org>", expected an address without/],
    [{ shards: '0' }, 'shards: found "0", expected a whole number from 1 to 256'],
    [{ shards: '' }, 'shards: found "", expected a whole number from 1 to 256'],
    [{ lookAheadSeconds: 60 }, 'lookAheadSeconds: found 60, expected a whole number from 121 to 900'],
    [{ protect: 1 }, 'protect: found 1, expected true or false'],
    [{ pageTopics: `${TOPIC}, duty` }, /^pageTopics: found ".*", expected ARNs such as/],
    [{ pageTopics: 'arn:aws:sns:*:123456789012:*' }, /^pageTopics: found/],
    [{ pageTopics: [7] }, /^pageTopics: found/],
    [{ account: 123 }, 'account: found 123, expected the 12 digits of an AWS account'],
    [{ tags: 'team' }, 'tags: found "team", expected names and values such as team=support, cost-centre=4711'],
    [{ tags: { 'aws:x': 'y' } }, /^tags: found/],
    [{ region: 'eu-central-1' }, 'account: found nothing, expected account and region both or neither'],
    [
      { ...PLACE, region: 'us-east-1', urgentTopic: TOPIC },
      `urgentTopic: found "${TOPIC}", expected one in us-east-1: alarms tell no topic elsewhere`,
    ],
    [{ ...MAIL, mailIdentity: 'example.net' }, /^mailIdentity: found "example.net", expected the address of mailFrom/],
    [{ ...MAIL, mailIdentity: 'a@desk.example.org' }, /^mailIdentity: found "a@desk.example.org"/],
    [{ mailform: 'x' }, /^mailform: found a setting nobody knows, expected one of stage, account/],
  ])('say what is wrong with %j', (written, expected) => {
    const [fault, ...others] = faultsOf(written);
    expect(others).toEqual([]);
    if (typeof expected === 'string') expect(fault).toBe(expected);
    else expect(fault).toMatch(expected);
  });

  it('name every fault at once', () => {
    const faults = faultsOf({ stage: 'prod', urgentPhone: PHONE, shards: 'many', consoleUrl: 'x', colour: 'red' });
    expect(faults.map(fault => fault.split(':')[0]).toSorted()).toEqual(['colour', 'consoleUrl', 'mailFrom', 'shards']);
  });
});
