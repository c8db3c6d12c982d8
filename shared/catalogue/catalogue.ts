/** A policy document that ships; the file stands beside this one. */
export interface CatalogueEntry {
  readonly file: string;
  readonly title: string;
}

/** Every policy document that ships. */
export const CATALOGUE: readonly CatalogueEntry[] = [
  { file: 'acme-support.yaml', title: 'Acme support' },
  { file: 'servicenow.yaml', title: 'ServiceNow incidents' },
];
