import { LocalError } from './local-error.ts';

const RealDate = Date;
let installed = false;

/**
 * Makes `Date.now()`, `new Date()` and `Date()` of this process tell the time of `now`; timers stay real. There is one time in a process, so a second
 * one is refused until the first is undone. Gives the function that undoes it.
 */
export function installVirtualDate(now: () => number): () => void {
  if (installed) throw new LocalError('A machine is running in this process already, and a process has only one time.');
  installed = true;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, parameters, newTarget) =>
      Reflect.construct(target, parameters.length === 0 ? [now()] : parameters, newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
  });
  return () => {
    globalThis.Date = RealDate;
    installed = false;
  };
}
