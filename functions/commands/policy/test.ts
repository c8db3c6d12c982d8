import { command } from '../command.ts';
import { soundPolicy } from './policy-file.ts';
import { testReport, testResults } from './test-report.ts';

/** Whether policies keep their own inline tests. */
export const policyTest = command({
  words: 'policy test',
  operands: 'FILE…',
  count: [1, Number.POSITIVE_INFINITY],
  about: 'Runs the inline tests of policy documents; exit code 1 when one fails.',
  details: 'Each test that fails tells what it expected and what was found.',
  options: {
    all: { type: 'boolean', about: 'Tells what was expected and found in tests that passed, too.' },
    json: { type: 'boolean', about: 'As JSON lines: {"file":…,"tests":[{"name":…,"passed":…,"rows":[…]}]}.' },
  },
  async run(given, files, terminal) {
    let code = 0;
    for (const file of files) {
      const { policy, tests } = await soundPolicy(file, terminal);
      const results = testResults(policy, tests);
      if (results.some(({ passed }) => !passed)) code = 1;
      if (given.json) terminal.say(JSON.stringify({ file, tests: results }));
      else
        terminal.say(
          [`${file}: ${policy.name}, edition ${policy.edition}`, ...testReport(results, given.all ?? false)].join('\n'),
        );
    }
    return code;
  },
});
