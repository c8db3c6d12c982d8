import type { Worker } from './workers.ts';

/** How AWS keeps a function from being started: Lambda has no concurrency left for it, or whoever invokes it may not. */
export type Hindrance = 'throttled' | 'forbidden';

/** A function was not even started. */
export class NotStarted extends Error {
  override readonly name = 'NotStarted';
  readonly why: Hindrance;

  constructor(why: Hindrance) {
    super(`it was not started: ${why}`);
    this.why = why;
  }
}

/** A worker that throws `NotStarted` in place of working while something hinders it. */
export const hinderedWorker = (worker: Worker, hindrance: () => Hindrance | undefined): Worker => ({
  ...worker,
  async invoke(event) {
    const why = hindrance();
    if (why !== undefined) throw new NotStarted(why);
    return worker.invoke(event);
  },
});
