import { MINUTE } from '../../shared/calendar/instant.ts';
import type { Secrets } from './secrets.ts';

/** The secrets by which others, such as pagers and help desks, prove who they are. */
export interface HookSecrets {
  /**
   * Those in force, one or several in one text with blanks between; none where nobody has put any, which is known for a minute, so that
   * whoever asks in an unknown name costs little; throws when they cannot be had.
   */
  of(whose: string, now: number): Promise<readonly string[]>;
  /** Those in force read anew, after one was not believed; undefined where they were read within the last minute. */
  anew(whose: string, now: number): Promise<readonly string[] | undefined>;
}

const AT_MOST_EVERY = MINUTE;

/** How many names without secrets are known at most; whoever makes names up could fill any memory. */
const MOST_MISSED = 1000;

/** The secrets named `<prefix>/<whose>`. */
export function hookSecrets(secrets: Secrets, prefix: string): HookSecrets {
  const readAnewAt = new Map<string, number>();
  const missedAt = new Map<string, number>();
  const nameOf = (whose: string) => `${prefix}/${whose}`;
  const isRecent = (at: number | undefined, now: number) => at !== undefined && now - at < AT_MOST_EVERY;

  async function read(whose: string, now: number): Promise<readonly string[]> {
    try {
      return (await secrets.value(nameOf(whose))).split(/\s+/);
    } catch (error) {
      if ((error as Error).name !== 'ResourceNotFoundException') throw error;
      if (missedAt.size >= MOST_MISSED) missedAt.clear();
      missedAt.set(whose, now);
      return [];
    }
  }

  return {
    of: async (whose, now) => (isRecent(missedAt.get(whose), now) ? [] : read(whose, now)),
    async anew(whose, now) {
      if (isRecent(readAnewAt.get(whose), now)) return undefined;
      readAnewAt.set(whose, now);
      secrets.forget(nameOf(whose));
      return read(whose, now);
    },
  };
}
