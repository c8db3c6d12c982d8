import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { WORDINGS } from '../../../shared/notification/wording/wordings.ts';
import { PROVIDERS } from '../../../shared/paging/providers.ts';
import { formatFaults } from '../../../shared/policy/document/format-faults.ts';
import { type ParsedPolicy, parsePolicy } from '../../../shared/policy/document/parse-policy.ts';
import { Refusal } from '../complaint.ts';
import type { Terminal } from '../terminal.ts';

/** A policy document as it stands in a file. */
export interface PolicyFile {
  /** As it was named. */
  readonly name: string;
  readonly text: string;
  readonly parsed: ParsedPolicy;
}

/** Reads a policy document, with its faults where it has any. */
export async function readPolicyFile(name: string, { folder }: Pick<Terminal, 'folder'>): Promise<PolicyFile> {
  const text = await readFile(resolve(folder, name), 'utf8');
  return { name, text, parsed: parse(text) };
}

/** Reads a policy document that has to be without fault; a Refusal tells every fault with its place. */
export async function soundPolicy(name: string, terminal: Pick<Terminal, 'folder'>) {
  const { text, parsed } = await readPolicyFile(name, terminal);
  return { text, ...sound(parsed, text, name) };
}

/** The policy of a document that has to be without fault; a Refusal tells every fault with its place. */
export function sound(parsed: ParsedPolicy, text: string, name: string) {
  if ('faults' in parsed)
    throw new Refusal(`${name} cannot be used\n${formatFaults(parsed.faults, text, name)}`.trimEnd());
  return parsed;
}

/** A document read with all that this installation knows. */
export const parse = (text: string): ParsedPolicy =>
  parsePolicy(text, {
    providers: PROVIDERS,
    languages: WORDINGS.map(wording => wording.language),
  });
