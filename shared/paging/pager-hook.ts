import type { Instant } from '../calendar/instant.ts';
import type { PagerState } from '../notification/in-pager.ts';

/** What a pager tells us, by which of its requests. */
interface Told {
  /** Names the event among those of its pager, however often it is told. */
  readonly id: string;
}

/** What a pager says somebody has done with one page, or that it rings again. */
export interface PagerEvent extends Told {
  /** The key the page was ordered under, or the name the pager has given it. */
  readonly page: string;
  readonly state: PagerState;
  /** When it was done, or, where the pager does not tell that, when we heard of it. */
  readonly at: Instant;
  /** The instant is when we heard of it, which says nothing of the order. */
  readonly untimed?: true;
  /** Who did it there, in one line. */
  readonly by: string;
}

/** What a pager says it calls one page, for later it may tell nothing else of it. */
export interface PagerNaming extends Told {
  /** The key the page was ordered under. */
  readonly page: string;
  readonly calledThere: string;
}

/** A request as it came in; header names in small letters. */
export interface HookRequest {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

/** What is needed to tell whether a request is what it says it is. */
export interface Proof {
  /** Each that is in force: while secrets are changed there are two. */
  readonly secrets: readonly string[];
  readonly now: Instant;
  /** HMAC-SHA256 of a text under a key, both UTF-8, in hexadecimal. */
  readonly hmac: (key: string, text: string) => string;
  /** Whether two texts are the same, in a time that does not tell where they differ. */
  readonly isSame: (one: string, other: string) => boolean;
}

/** A pager that tells us what becomes of its pages: how it proves that it is the one, and what its requests mean. */
export interface PagerHook {
  /** The name of the paging provider. */
  readonly name: string;
  /** Whether the very same request sent again is refused, for a thief must have sent it; else it is taken as known. */
  readonly refusesReplays: boolean;
  isTrue(request: HookRequest, proof: Proof): boolean;
  /** What a true request tells, `nothing` where nobody has done anything about a page; undefined when it cannot be read. */
  read(request: HookRequest, now: Instant): PagerEvent | PagerNaming | 'nothing' | undefined;
}

/** The longest name of a person that is kept. */
export const NAME_LIMIT = 120;
