import { describe, expect, it } from 'vitest';
import { parseEntitlements } from '../../../shared/policy/document/parse-entitlements.ts';
import { contractedTarget, grantedBy } from '../../../shared/policy/entitlement.ts';

const YAML = `
- customer: contoso
  valid from: 2026-01-01
  valid to: 2026-12-31
  attributes: { plan: Office 365 E3, support: Premier }
  targets:
    - { metric: first response, severity: A, target: 30m }
    - { metric: first response, target: 4h }
- { customer: fabrikam, tenant: north, valid from: 2026-03-01 }
`;

const CSV = `customer,tenant,valid from,valid to,plan,support,first response A,first response\r
contoso,,2026-01-01,2026-12-31,"Office 365 E3",Premier,30m,4h\r
fabrikam,north,2026-03-01,,,,,\r
`;

function entitled(text: string, form: 'yaml' | 'csv') {
  const parsed = parseEntitlements(text, form);
  if ('faults' in parsed) throw new Error(parsed.faults.map(({ line, message }) => `${line}: ${message}`).join('\n'));
  return parsed.entitlements;
}

const faultsOf = (text: string, form: 'yaml' | 'csv') => {
  const parsed = parseEntitlements(text, form);
  return 'faults' in parsed ? parsed.faults.map(({ line, column, message }) => `${line}:${column} ${message}`) : [];
};

it('a list of entitlements says the same in YAML and as a table', () => {
  expect(entitled(CSV, 'csv')).toEqual(entitled(YAML, 'yaml'));
  expect(entitled(YAML, 'yaml')[0]).toEqual({
    tenant: '',
    customer: 'contoso',
    from: Date.UTC(2026, 0, 1),
    to: Date.UTC(2027, 0, 1),
    attributes: { plan: 'Office 365 E3', support: 'Premier' },
    targets: [
      { metric: 'first response', severity: 'A', target: '30m' },
      { metric: 'first response', target: '4h' },
    ],
  });
});

describe('an entitlement', () => {
  const [contoso] = entitled(YAML, 'yaml');

  it('is valid from its first day to the end of its last', () => {
    const at = (instant: number) => grantedBy([contoso!], instant)?.contract.customer;
    expect(at(Date.UTC(2026, 0, 1) - 1)).toBeUndefined();
    expect(at(Date.UTC(2026, 0, 1))).toBe('contoso');
    expect(at(Date.UTC(2027, 0, 1) - 1)).toBe('contoso');
    expect(at(Date.UTC(2027, 0, 1))).toBeUndefined();
  });

  it('gives way to a later one that is valid too', () => {
    const later = { ...contoso!, from: Date.UTC(2026, 5), attributes: { plan: 'Office 365 E1' } };
    expect(grantedBy([contoso!, later], Date.UTC(2026, 6))?.attributes.plan).toBe('Office 365 E1');
    expect(grantedBy([later, contoso!], Date.UTC(2026, 4))?.attributes.plan).toBe('Office 365 E3');
  });

  it('has a time for a severity, or for every one', () => {
    const { contract } = grantedBy([contoso!], Date.UTC(2026, 5))!;
    expect(contractedTarget(contract, 'first response', 'A')).toBe('30m');
    expect(contractedTarget(contract, 'first response', 'B')).toBe('4h');
    expect(contractedTarget(contract, 'resolution', 'A')).toBeUndefined();
  });
});

describe('a list of entitlements with mistakes tells where they are', () => {
  it.each([
    ['yaml', YAML.replace('target: 30m', 'target: soon'), /^7:54 expected a time such as 2h/],
    ['yaml', YAML.replace('customer: contoso', 'custommer: contoso'), /2:3 .*did you mean "customer"/],
    ['yaml', YAML.replace('valid to: 2026-12-31', 'valid to: 2025-12-31'), /^4:13 .*a day before it begins/],
    ['yaml', YAML.replace('severity: A, ', ''), /^8:7 .*the same first response again/],
    ['yaml', YAML.replace('contoso', '"\\ud800"'), /^2:13 .*half a character/],
    ['yaml', YAML.replace('Premier', '"\\ud800"'), /^5:47 .*half a character/],
    ['yaml', YAML.replace('contoso', 'c'.repeat(201)), /^2:13 expected at most 200 characters/],
    ['yaml', YAML.replace('target: 30m', 'target: 9000h'), /^7:54 .*at most 366 days, found "9000h"/],
    ['yaml', 'customer: contoso', /^1:1 expected a list/],
    ['yaml', '- {', /^1:/],
    ['csv', CSV.replace('30m', 'soon'), /^2:56 expected a time such as 2h/],
    ['csv', CSV.replace('2026-03-01', 'March'), /^3:16 expected a date/],
    [
      'csv',
      CSV.replace('fabrikam,north', 'contoso,').replace('2026-03-01', '2026-01-01'),
      /^3:10 .*from the same day again/,
    ],
    ['csv', CSV.replace('fabrikam', ''), /^3:1 expected a text/],
    ['csv', CSV.replace('Premier', 'Pre"mier'), /^2:48 expected a field/],
    ['csv', CSV.replace('30m,4h', '30m,4h,5h'), /^2:63 expected 8 fields/],
    ['csv', CSV.replace('plan', 'support'), /^1:\d+ expected a name over every column/],
    [
      'csv',
      CSV.replace(/first response\r/, 'Frist response\r'),
      /^1:\d+ expected "first response", or the name of an attr/,
    ],
  ] as const)('%s', (form, text, expected) => {
    expect(faultsOf(text, form).join('\n')).toMatch(expected);
  });
});
