import { expect, it } from 'vitest';
import { log, reasonOf } from '../../functions/adapters/log.ts';
import { listening, openEars } from '../../infra/local/output.ts';

it.each(['a\n{"level":"error","message":"forged"}', 'a\r\u2028b', '"}, "level": "error"', '\u001b[2Ka'])(
  'a line stays one line of JSON whatever a name in it is, such as %j',
  async name => {
    const lines: string[] = [];
    const shut = openEars();
    await listening({ line: text => lines.push(text) }, async () =>
      log('warn', 'there is no such delivery', { pk: name, reason: reasonOf(new Error(name)) }),
    );
    shut();
    expect(lines.map(line => JSON.parse(line))).toEqual([
      { level: 'warn', message: 'there is no such delivery', pk: name, reason: `Error: ${name}` },
    ]);
    expect([...lines.join()].every(character => character >= ' ')).toBe(true);
  },
);
