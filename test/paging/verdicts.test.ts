import { describe, expect, it } from 'vitest';
import { PROVIDERS, providerOf } from '../../shared/paging/providers.ts';
import { code, LOST, type Meaning, SENT, STATUSES, TABLES, type Table } from './verdict-tables.ts';

const DATE = 'Mon, 05 Jan 2026 09:00:00 GMT';

/** What `Retry-After` and `Date` say, and the wait that is, in ms. */
const HEADERS: readonly (readonly [headers: Readonly<Record<string, string>>, wait?: number])[] = [
  [{}],
  [{ date: DATE }],
  [{ 'retry-after': '0' }, 0],
  [{ 'retry-after': ' 7 ' }, 7000],
  [{ 'retry-after': '7200' }, 7_200_000],
  [{ 'retry-after': '99999999' }, 86_400_000],
  [{ 'retry-after': 'Mon, 05 Jan 2026 09:01:00 GMT', date: DATE }, 60_000],
  [{ 'retry-after': 'Monday, 05-Jan-26 09:01:00 GMT', date: DATE }, 60_000],
  [{ 'retry-after': 'Mon, 05 Jan 2026 08:59:00 GMT', date: DATE }, 0],
  [{ 'retry-after': 'Mon, 05 Jan 2026 09:01:00 GMT' }],
  [{ 'retry-after': 'Mon, 05 Jan 2026 09:01:00 GMT', date: '5' }],
  ...['soon', '', '-5', '1.5', '7s', '0x10', '2026-01-05T09:01:00Z', 'Mon, 99 Jan'].map(
    text => [{ 'retry-after': text, date: DATE }] as const,
  ),
];

/** What may come with any status and changes nothing about it, but that HTML is no success of most. */
const BODIES = [
  '',
  '<html>Sign in</html>',
  'null',
  '[]',
  '"no"',
  '{"message":1}',
  '{"ok":',
  `{"x":"${'x'.repeat(9999)}"}`,
];

const isSuccess = (status: number) => SENT.includes(status);

function meaningOf({ refused }: Table, status: number): Meaning {
  if (isSuccess(status)) return 'sent';
  if (LOST.includes(status)) return 'lost';
  return refused.includes(status) ? 'refused' : 'retry';
}

function outcomeOf(meaning: Meaning, status: number, wait: number | undefined, { wait: usual }: Table) {
  if (meaning === 'sent' || meaning === 'refused') return { verdict: meaning };
  const retryAfter = wait ?? (status === 429 ? usual : undefined);
  return {
    verdict: 'retry',
    ...(meaning === 'lost' ? { uncertain: true } : {}),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
}

it('every provider has its table', () => {
  expect(Object.keys(TABLES).sort()).toEqual(PROVIDERS.map(({ name }) => name).sort());
});

describe.each(Object.entries(TABLES))('an answer of %s', (name, table) => {
  const found = (status: number, headers: Readonly<Record<string, string>>, body: string) => {
    const {
      detail,
      reference: _name,
      ...verdict
    } = {
      detail: '',
      reference: '',
      ...providerOf(name)!.verdict({ status, headers, body }),
    };
    if (verdict.verdict !== 'sent') expect(detail).toContain(String(status));
    return verdict;
  };

  it.each(STATUSES)('%d means the same with any body, and waits as its headers say', status => {
    const meaning = meaningOf(table, status);
    const bodies = isSuccess(status) ? [table.taken] : [table.taken, ...BODIES];
    for (const [headers, wait] of HEADERS)
      for (const body of bodies)
        expect([headers, body, found(status, headers, body)]).toEqual([
          headers,
          body,
          outcomeOf(meaning, status, wait, table),
        ]);
  });

  it.each(SENT)('%d is believed only from whoever was asked', status => {
    const { verdict, ...rest } = found(status, {}, '\n<!doctype html><title>Sign in</title>');
    expect([verdict, rest]).toEqual(table.html ? ['sent', {}] : ['retry', { uncertain: true }]);
  });

  it.each([...table.own])('%d %s means %s', (status, body, meaning) => {
    expect(found(status, {}, body)).toEqual(outcomeOf(meaning, status, undefined, table));
  });
});

it.each([
  ['sns', '{"messageId":"4a-b2"}', '4a-b2'],
  ['jira-operations', '{"result":"Request will be processed","requestId":"1a-2b"}', '1a-2b'],
])('%s says how it knows what it took', (name, body, reference) => {
  const { verdict } = providerOf(name)!;
  expect(verdict({ status: 202, headers: {}, body })).toEqual({ verdict: 'sent', reference });
});

it.each([
  ['pagerduty', 400, '{"message":"Event object is invalid","errors":["no key"]}', 'invalid; no key'],
  ['slack', 404, 'no_service', 'no_service'],
  ['teams', 400, '{"error":{"code":"InvalidRequestContent","message":"…"}}', 'InvalidRequestContent'],
  ['jira-operations', 422, '{"message":"Not processable","errors":{"message":"too long"}}', 'processable; too long'],
  ['incident.io', 422, '{"errors":[{"message":"A title is required"}]}', 'A title is required'],
  ['ilert', 400, '{"message":"integrationKey is missing"}', 'integrationKey is missing'],
  ['sns', 400, code('InvalidParameterException'), 'InvalidParameter: because'],
])('%s gives its reason for a %d', (name, status, body, reason) => {
  const verdict = providerOf(name)!.verdict({ status, headers: {}, body });
  expect(verdict).toMatchObject({ verdict: 'refused', detail: expect.stringContaining(reason) });
});
