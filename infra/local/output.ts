import { AsyncLocalStorage } from 'node:async_hooks';

/** A reading a function wrote down for CloudWatch. */
export interface Reading {
  readonly name: string;
  readonly unit: string;
  readonly values: readonly number[];
  readonly dimensions: Readonly<Record<string, string>>;
  readonly namespace: string;
  /** By the machine's time. */
  readonly at: number;
  readonly functionName: string;
}

/** A line a function wrote that is not a reading. */
export interface LogLine {
  readonly functionName: string;
  readonly at: number;
  readonly line: string;
}

/** Takes what is written while it runs. */
export interface Listener {
  line(text: string): void;
}

const speaker = new AsyncLocalStorage<Listener>();
let listeners = 0;
let quiet = () => {};

/** Runs `work` with every line it writes to the console or to standard output told to the listener instead. */
export const listening = <T>(listener: Listener, work: () => Promise<T>): Promise<T> => speaker.run(listener, work);

/** From now on `listening` hears; gives the function that puts the console back as it was. */
export function openEars(): () => void {
  if (listeners === 0) quiet = replaceWriters();
  listeners += 1;
  return () => {
    listeners -= 1;
    if (listeners === 0) quiet();
  };
}

function replaceWriters(): () => void {
  const undo: (() => void)[] = [];
  for (const method of ['log', 'info', 'debug', 'warn', 'error'] as const) {
    const original = console[method];
    console[method] = (...parts: unknown[]) => {
      const listener = speaker.getStore();
      if (listener === undefined) return original.apply(console, parts);
      listener.line(parts.map(part => (typeof part === 'string' ? part : JSON.stringify(part))).join(' '));
    };
    undo.push(() => {
      console[method] = original;
    });
  }
  for (const stream of [process.stdout, process.stderr]) {
    const original = stream.write;
    stream.write = ((chunk: string | Uint8Array, ...rest: unknown[]) => {
      const listener = speaker.getStore();
      if (listener === undefined) return Reflect.apply(original, stream, [chunk, ...rest]);
      for (const line of String(chunk).split('\n')) if (line !== '') listener.line(line);
      return true;
    }) as typeof stream.write;
    undo.push(() => {
      stream.write = original;
    });
  }
  return () => {
    for (const step of undo) step();
  };
}

/** The readings in a line of CloudWatch's embedded metric format; undefined for any other line. */
export function readingsIn(line: string, functionName: string, at: number): readonly Reading[] | undefined {
  if (!line.includes('"_aws"')) return undefined;
  const values = JSON.parse(line);
  const directives = values._aws.CloudWatchMetrics as readonly {
    readonly Namespace: string;
    readonly Dimensions: readonly (readonly string[])[];
    readonly Metrics: readonly { readonly Name: string; readonly Unit: string }[];
  }[];
  return directives.flatMap(({ Namespace, Dimensions, Metrics }) =>
    Metrics.flatMap(({ Name, Unit }) =>
      Dimensions.map(names => ({
        name: Name,
        unit: Unit,
        values: [values[Name]].flat(),
        dimensions: Object.fromEntries(names.map(name => [name, String(values[name])])),
        namespace: Namespace,
        at,
        functionName,
      })),
    ),
  );
}
