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
  /** Whether SES takes no mail today. */
  quotaIsUsedUp: boolean;
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
  const made: Outages = { broken: new Set(), hindered: new Map(), tableIsFull: false, quotaIsUsedUp: false };
  const faults: Readonly<Record<string, () => Error | undefined>> = {
    dynamodb: () => (made.tableIsFull ? named('ThrottlingException', 'too many requests') : undefined),
    ses: () => (made.quotaIsUsedUp ? quotaExceeded() : undefined),
  };
  const options: Partial<MachineOptions> = {
    idleSweeps: true,
    hindrance: name => made.hindered.get(name),
    wire(name, clients) {
      for (const [service, client] of Object.entries(clients))
        client.middlewareStack.add(
          (next: (args: unknown) => Promise<unknown>) => async (args: unknown) => {
            const fault = made.broken.has(name) ? new Error('a fault of ours') : faults[service]?.();
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
