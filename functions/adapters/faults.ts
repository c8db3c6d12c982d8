import type { Finding } from '../../shared/policy/document/fault.ts';
import { type Fault, pointerOf } from '../../shared/ticket/fault.ts';

/** What is wrong with a body, as its problem tells it: each finding by its JSON pointer. */
export const faultsOf = (findings: readonly Finding[]): readonly Fault[] =>
  findings.map(finding => ({ pointer: pointerOf(finding.path), detail: detailOf(finding) }));

/** What is wrong, in a sentence. */
export const detailOf = ({ message, found, expected }: Finding): string =>
  message ?? `found ${found}, expected ${expected}`;
