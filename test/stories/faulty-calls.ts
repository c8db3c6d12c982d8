import type { Wire } from '../../infra/local/workers.ts';

/** How a call of AWS goes wrong: its function dies over it, or it fails; before it was done, or after. */
export const FAULTS = ['dies before', 'dies after', 'fails before', 'fails after'] as const;

/** One of the ways in which a call goes wrong. */
export type Fault = (typeof FAULTS)[number];

/** Calls of AWS that go wrong by their number. */
export interface FaultyCalls {
  readonly wire: Wire;
  /** From now on calls are counted anew, and that of the number `first` goes wrong, as does every `stride`-th after it. */
  arm(fault: Fault, first: number, stride: number): void;
  /** How many went wrong since. */
  struck(): number;
}

type Call = (args: unknown) => Promise<unknown>;
interface Client {
  readonly middlewareStack: {
    add(middleware: (next: Call, context: { readonly commandName: string }) => Call, options: object): void;
  };
}

/** Makes those calls go wrong that are meant, counted over all functions; `command` is such as `PutItemCommand`. */
export function faultyCalls(isMeant: (functionName: string, command: string) => boolean = () => true): FaultyCalls {
  let [calls, struck] = [0, 0];
  let armed: { readonly fault: Fault; readonly first: number; readonly stride: number } | undefined;

  const isNext = (): boolean => {
    calls += 1;
    if (armed === undefined || calls < armed.first || (calls - armed.first) % armed.stride !== 0) return false;
    struck += 1;
    return true;
  };

  async function goWrong(fault: Fault, call: () => Promise<unknown>, die: () => Promise<never>): Promise<never> {
    if (fault.endsWith('after')) await call();
    if (fault.startsWith('dies')) return die();
    throw Object.assign(new Error('the service is not there'), { name: 'InternalServerError', $fault: 'server' });
  }

  return {
    wire(name, clients, die) {
      const spoilt =
        (next: Call, { commandName }: { readonly commandName: string }) =>
        (args: unknown) =>
          isMeant(name, commandName) && isNext() ? goWrong(armed!.fault, () => next(args), die) : next(args);
      for (const client of Object.values(clients) as Client[])
        client.middlewareStack.add(spoilt, { step: 'initialize', name: 'fault' });
      return clients;
    },
    arm(fault, first, stride) {
      armed = { fault, first, stride };
      [calls, struck] = [0, 0];
    },
    struck: () => struck,
  };
}
