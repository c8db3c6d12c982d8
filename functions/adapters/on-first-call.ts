import type { Environment } from './environment.ts';

/** A Lambda entry that is wired from the process's environment when it is first called; a failed wiring is tried again. */
export function onFirstCall<Event, Result>(
  create: (env: Environment) => (event: Event) => Promise<Result>,
): (event: Event) => Promise<Result> {
  let handle: ((event: Event) => Promise<Result>) | undefined;
  return event => {
    handle ??= create(process.env);
    return handle(event);
  };
}
