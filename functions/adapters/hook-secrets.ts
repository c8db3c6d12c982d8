import { MINUTE } from '../../shared/calendar/instant.ts';
import type { Secrets } from './secrets.ts';

/** The secrets by which pagers prove who they are. */
export interface HookSecrets {
  /** Those in force, one or several in one text with blanks between; none where nobody has put any; throws when they cannot be had. */
  of(pager: string): Promise<readonly string[]>;
  /** Those in force read anew, after one was not believed; undefined where they were read within the last minute. */
  anew(pager: string, now: number): Promise<readonly string[] | undefined>;
}

const AT_MOST_EVERY = MINUTE;

/** The secrets named `<prefix>/<pager>`. */
export function hookSecrets(secrets: Secrets, prefix: string): HookSecrets {
  const readAnewAt = new Map<string, number>();
  const nameOf = (pager: string) => `${prefix}/${pager}`;
  async function of(pager: string): Promise<readonly string[]> {
    try {
      return (await secrets.value(nameOf(pager))).split(/\s+/);
    } catch (error) {
      if ((error as Error).name === 'ResourceNotFoundException') return [];
      throw error;
    }
  }
  return {
    of,
    async anew(pager, now) {
      const before = readAnewAt.get(pager);
      if (before !== undefined && now - before < AT_MOST_EVERY) return undefined;
      readAnewAt.set(pager, now);
      secrets.forget(nameOf(pager));
      return of(pager);
    },
  };
}
