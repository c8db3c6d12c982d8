import type { Fault } from '../../../shared/policy/document/fault.ts';
import { formatFaults } from '../../../shared/policy/document/format-faults.ts';
import { counted } from '../columns.ts';
import { command } from '../command.ts';
import { inOneLine } from '../in-one-line.ts';
import type { Terminal } from '../terminal.ts';
import { type PolicyFile, readPolicyFile } from './policy-file.ts';

/** Every fault of policy documents, with line, column and caret. */
export const policyValidate = command({
  words: 'policy validate',
  operands: 'FILE…',
  count: [1, Number.POSITIVE_INFINITY],
  about: 'Tells everything that is wrong with policy documents; exit code 1 when something is.',
  options: {
    json: { type: 'boolean', about: 'As JSON lines: {"file":…,"faults":[{"path":…,"line":…,"column":…,…}]}.' },
  },
  async run(given, files, terminal) {
    let code = 0;
    for (const name of files) {
      const file = await readPolicyFile(name, terminal).catch((error: unknown) => inOneLine(error));
      const faults = faultsOf(file);
      if (faults.length > 0) code = 1;
      if (given.json) terminal.say(JSON.stringify({ file: name, faults }));
      else if (typeof file === 'string') terminal.note(`${name}: ${file}`);
      else report(file, terminal);
    }
    return code;
  },
});

/** The faults of a file; one at its very beginning where it could not be read, and why. */
function faultsOf(file: PolicyFile | string): readonly Fault[] {
  if (typeof file === 'string')
    return [{ path: '', line: 1, column: 1, found: 'nothing', expected: 'a policy document', message: file }];
  return 'faults' in file.parsed ? file.parsed.faults : [];
}

function report({ name, text, parsed }: PolicyFile, terminal: Terminal): void {
  if ('faults' in parsed) {
    terminal.say(formatFaults(parsed.faults, text, name));
    terminal.say(`${name}: ${counted(parsed.faults.length, 'fault')}`);
  } else {
    const { policy, tests } = parsed;
    terminal.say(
      `${name}: ${policy.name}, edition ${policy.edition}, is sound; it has ${counted(tests.length, 'test')}`,
    );
  }
}
