import type { Entitlement } from '../../../shared/policy/entitlement.ts';

const onFile = { tenant: '', from: Date.parse('2026-01-01T00:00:00Z') };

/** What the sample's customers have on file; Blue Gum Schools, which says it is a Premier customer, has nothing. */
export const ENTITLEMENTS: readonly Entitlement[] = [
  {
    ...onFile,
    customer: 'Seeblick Kliniken',
    attributes: { support: 'premier' },
    targets: [
      { metric: 'first response', severity: 'most severe', target: '30m' },
      { metric: 'first response', target: '2h' },
    ],
  },
  { ...onFile, customer: 'Kestrel Mining', attributes: { plan: 'Office 365 E3', support: 'Premier' }, targets: [] },
  { ...onFile, customer: '华辰制造', attributes: { agreement: 'signed' }, targets: [] },
];
