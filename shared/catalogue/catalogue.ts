/** A policy document that ships; the file stands beside this one. */
export interface CatalogueEntry {
  readonly file: string;
  readonly title: string;
}

/** Every policy document that ships. */
export const CATALOGUE: readonly CatalogueEntry[] = [
  { file: 'acme-support.yaml', title: 'Acme support' },
  { file: 'intune.yaml', title: 'Microsoft Intune support' },
  { file: 'microsoft-365.yaml', title: 'Microsoft 365 support' },
  { file: 'microsoft-365-contact.yaml', title: 'Microsoft 365 phone support' },
  { file: 'office-365-2019.yaml', title: 'Office 365 support (2019)' },
  { file: 'office-365-21vianet.yaml', title: 'Office 365 operated by 21Vianet' },
  { file: 'office-365-germany.yaml', title: 'Office 365 Germany' },
  { file: 'servicenow.yaml', title: 'ServiceNow incidents' },
];
