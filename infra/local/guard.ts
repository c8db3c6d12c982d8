import { type Asked, covers } from './asked.ts';
import type { FunctionPlan } from './plan.ts';

/** Keeps a function to its role, and remembers what it asked. */
export interface Guard {
  /** Throws what IAM answers to a function whose role does not allow what it asks. */
  check(asked: readonly Asked[]): void;
  /** Everything that was asked and allowed so far, each once. */
  asked(): readonly Asked[];
}

/** What AWS answers a function that asks for more than its role allows. */
class AccessDeniedException extends Error {
  override readonly name = 'AccessDeniedException';
  readonly $metadata = { httpStatusCode: 403 };
}

/** The guard of a function. */
export function guardOf({ name, permissions }: Pick<FunctionPlan, 'name' | 'permissions'>): Guard {
  const allowed = new Map<string, Asked>();
  return {
    check(all) {
      for (const asked of all) {
        const text = `${asked.action} on ${asked.resource}`;
        if (allowed.has(text)) continue;
        if (!permissions.some(permission => covers(permission, asked)))
          throw new AccessDeniedException(`the role of ${name} does not allow ${text}`);
        allowed.set(text, asked);
      }
    },
    asked: () => [...allowed.values()],
  };
}
