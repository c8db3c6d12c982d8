import { describe, expect, it } from 'vitest';
import { addressOf } from '../../shared/notification/address.ts';

const addressee = (address: string) => addressOf({ email: { attribute: 'assignee' } }, { assignee: address });

describe('a mail address', () => {
  it.each(['ann@example.test', ' ann@example.test ', 'a.b+c@mail.example.co', "o'hara@xn--bcher-kva.example"])(
    '%j is one',
    address => {
      expect(addressee(address)).toEqual({ address: address.trim() });
    },
  );

  it.each([
    'ann',
    'ann@localhost',
    'a@b@example.test',
    'ann@example.test, bob@example.test',
    'Ann <ann@example.test>',
    'ann@example.test\r\nBcc: bob@example.test',
    'ann@bücher.example',
    `${'a'.repeat(65)}@example.test`,
    `ann@${'a'.repeat(250)}.example`,
    'ann@-example.test',
  ])('%j is none', address => {
    expect(addressee(address)).toEqual({ unknown: 'assignee is not a mail address' });
  });

  it('is what the policy says where it says one', () => {
    expect(addressOf({ email: { text: 'team@example.test' } }, {})).toEqual({ address: 'team@example.test' });
  });

  it('may be missing for three reasons, and says which', () => {
    expect(addressOf(undefined, {})).toEqual({ unknown: 'the policy has no such recipient' });
    expect(addressOf({}, {})).toEqual({ unknown: 'the recipient has no mail address' });
    expect(addressOf({ email: { attribute: 'owner' } }, {})).toEqual({ unknown: 'the ticket has no owner' });
  });
});
