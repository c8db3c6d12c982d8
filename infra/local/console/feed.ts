import type { ServerResponse } from 'node:http';
import { difference, NOTHING_TOLD, type Told } from './difference.ts';
import type { Snapshot } from './snapshot.ts';

/** How often the page hears of changes, in real milliseconds. */
const BEAT = 500;

/** Tells every page that listens what has changed, as server-sent events: first the whole, then the changes. */
export interface Feed {
  listen(response: ServerResponse): void;
  stop(): void;
}

/** A feed of snapshots; none is taken while nobody listens. */
export function startFeed(photograph: () => Promise<Snapshot>, onError: (error: unknown) => void): Feed {
  const fresh = new Set<ServerResponse>();
  const listening = new Set<ServerResponse>();
  let told: Told = NOTHING_TOLD;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const beat = async () => {
    try {
      const snapshot = await photograph();
      const step = difference(told, snapshot);
      told = step.told;
      if (listening.size > 0) send(listening, 'change', step.change);
      if (fresh.size > 0) send(fresh, 'whole', difference(NOTHING_TOLD, snapshot).change);
      for (const response of fresh) listening.add(response);
      fresh.clear();
    } catch (error) {
      onError(error);
    }
    timer = stopped || fresh.size + listening.size === 0 ? undefined : setTimeout(beat, BEAT);
  };

  return {
    listen(response) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      fresh.add(response);
      response.on('close', () => {
        fresh.delete(response);
        listening.delete(response);
      });
      timer ??= setTimeout(beat, 0);
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      for (const response of [...fresh, ...listening]) response.end();
    },
  };
}

function send(to: Iterable<ServerResponse>, event: string, data: unknown): void {
  const text = `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
  for (const response of to) response.write(text);
}
