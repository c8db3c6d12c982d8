import { MINUTE } from '../../shared/calendar/instant.ts';
import type { Secrets } from './secrets.ts';

/** The secrets by which others, such as pagers and help desks, prove who they are. */
export interface HookSecrets {
  /** Those in force, one or several in one text with blanks between; none where nobody has put any; throws when they cannot be had. */
  of(whose: string): Promise<readonly string[]>;
  /** Those in force read anew, after one was not believed; undefined where they were read within the last minute. */
  anew(whose: string, now: number): Promise<readonly string[] | undefined>;
}

const AT_MOST_EVERY = MINUTE;

/** The secrets named `<prefix>/<whose>`. */
export function hookSecrets(secrets: Secrets, prefix: string): HookSecrets {
  const readAnewAt = new Map<string, number>();
  const nameOf = (whose: string) => `${prefix}/${whose}`;
  async function of(whose: string): Promise<readonly string[]> {
    try {
      return (await secrets.value(nameOf(whose))).split(/\s+/);
    } catch (error) {
      if ((error as Error).name === 'ResourceNotFoundException') return [];
      throw error;
    }
  }
  return {
    of,
    async anew(whose, now) {
      const before = readAnewAt.get(whose);
      if (before !== undefined && now - before < AT_MOST_EVERY) return undefined;
      readAnewAt.set(whose, now);
      secrets.forget(nameOf(whose));
      return of(whose);
    },
  };
}
