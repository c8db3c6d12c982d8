import { expect, it } from 'vitest';
import { wishesFrom } from '../../../infra/local/arguments.ts';
import { machineAtHome } from '../../../infra/local/live.ts';
import { ENTITLEMENTS } from '../../../infra/local/sample/entitlements.ts';
import { playSample, SAMPLE_START } from '../../../infra/local/sample/play-sample.ts';
import { HOUR } from '../../../shared/calendar/instant.ts';

it('the sample gives no function anything to warn of, and the audit nothing to mend', async () => {
  const options = { time: 'stepped', startAt: SAMPLE_START } as const;
  const { machine, webhooks } = await machineAtHome(wishesFrom(['--port', '0']), options);
  try {
    for (const entitlement of ENTITLEMENTS) await machine.addEntitlement(entitlement);
    playSample(machine, machine.now());
    await machine.advance(SAMPLE_START + 5 * HOUR);
    expect(machine.logs().map(({ line }) => line)).toEqual([]);
    expect(machine.measures().filter(({ name }) => name === 'Findings')).toEqual([]);
    expect(machine.pager.incidents().length).toBeGreaterThan(0);
  } finally {
    await machine.stop();
    await webhooks.stop();
  }
});
