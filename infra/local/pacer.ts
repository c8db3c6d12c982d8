import { setTimeout as pause } from 'node:timers/promises';
import type { Driver } from './driver.ts';

/** How often the pacer looks, in milliseconds of real time; so long a real second stays at most in one step. */
const STEP = 20;
const LONGEST_STEP = 1000;

/**
 * Moves a driver's time at `speed` times real time until it is stopped. Time stands still while work is done and catches up
 * afterwards; a machine that cannot keep up gets slower time, not wrong answers.
 */
export function pace(driver: Driver, speed: number, failed: (error: unknown) => void): () => Promise<void> {
  let going = true;
  async function run(): Promise<void> {
    let last = performance.now();
    while (going) {
      const real = performance.now();
      const passed = Math.min(real - last, LONGEST_STEP);
      last = real;
      await driver.advance(Math.floor(driver.now() + passed * speed)).catch(failed);
      await pause(STEP);
    }
  }
  const ended = run();
  return () => {
    going = false;
    return ended;
  };
}
