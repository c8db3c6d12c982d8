import { SESServiceException } from '@aws-sdk/client-ses';
import type { Hindrance } from '../../infra/local/hindered-worker.ts';
import type { MachineOptions } from '../../infra/local/machine.ts';

/** What goes wrong around the functions of a machine until it is taken back. */
export interface Outages {
  /** Functions none of whose calls of AWS comes to anything: a fault of ours. */
  readonly broken: Set<string>;
  /** Functions that are not even started. */
  readonly hindered: Map<string, Hindrance>;
  /** Whether the table turns everything away. */
  tableIsFull: boolean;
  /** The shard of whose index nobody is told anything. */
  refusedShard: string | undefined;
  /** Whether SES takes no mail today. */
  quotaIsUsedUp: boolean;
}

/** What a function asks, as far as a fault goes by it. */
interface Asked {
  readonly IndexName?: string;
  readonly ExpressionAttributeValues?: Readonly<Record<string, unknown>>;
}

const named = (name: string, message: string): Error => Object.assign(new Error(message), { name });

const quotaExceeded = () =>
  new SESServiceException({
    name: 'Throttling',
    message: 'Daily message quota exceeded.',
    $fault: 'client',
    $metadata: { httpStatusCode: 400 },
  });

/** No outage yet, and the options of a machine that suffers what is made of it. */
export function outages(): { readonly outages: Outages; readonly options: Partial<MachineOptions> } {
  const made: Outages = {
    broken: new Set(),
    hindered: new Map(),
    tableIsFull: false,
    refusedShard: undefined,
    quotaIsUsedUp: false,
  };
  const faults: Readonly<Record<string, (input: Asked) => Error | undefined>> = {
    dynamodb({ IndexName, ExpressionAttributeValues: { ':shard': shard } = {} }) {
      if (made.tableIsFull) return named('ThrottlingException', 'too many requests');
      const isRefused = IndexName !== undefined && made.refusedShard !== undefined && shard === made.refusedShard;
      return isRefused ? named('InternalServerError', 'this shard cannot be read') : undefined;
    },
    ses: () => (made.quotaIsUsedUp ? quotaExceeded() : undefined),
  };
  const options: Partial<MachineOptions> = {
    idleSweeps: true,
    hindrance: name => made.hindered.get(name),
    wire(name, clients) {
      for (const [service, client] of Object.entries(clients))
        client.middlewareStack.add(
          (next: (args: { input: Asked }) => Promise<unknown>) => async (args: { input: Asked }) => {
            const fault = made.broken.has(name) ? new Error('a fault of ours') : faults[service]?.(args.input);
            if (fault !== undefined) throw fault;
            return next(args);
          },
          { step: 'initialize', name: 'outages' },
        );
      return clients;
    },
  };
  return { outages: made, options };
}
