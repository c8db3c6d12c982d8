import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A small sound policy document; tests change it a line at a time. */
export const DOCUMENT = `policy: acme
edition: 2026-01-01
title: Acme
match: { product: acme }
severities: [P1, P2]
severity: { default: P2 }
calendars:
  office:
    zone: Europe/Berlin
    hours: { mon-fri: 09:00-17:00 }
targets:
  - { metric: first response, when: { severity: P1 }, target: 1h, calendar: office }
  - { metric: first response, target: 4h, calendar: office }
  - { metric: resolution, target: 2 business days, calendar: office }
tests:
  - name: a P1 is answered within the hour
    events: [{ at: 2026-03-02T10:00:00+01:00, created: { product: acme, severity: P1 } }]
    expect: { first response: { due: 2026-03-02T11:00:00+01:00, state: running } }
`;

/** A folder with these files in it, there until the test is over. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'timekeeper-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}
