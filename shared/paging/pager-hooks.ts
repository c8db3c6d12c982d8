import { ilertHook } from './ilert-hook.ts';
import type { PagerHook } from './pager-hook.ts';
import { pagerdutyHook } from './pagerduty-hook.ts';
import { slackHook } from './slack-hook.ts';

/** Every pager that tells us what becomes of its pages. */
export const PAGER_HOOKS: readonly PagerHook[] = [pagerdutyHook, slackHook, ilertHook];

/** The hook of a paging provider; undefined where it has none. */
export const hookOf = (provider: string): PagerHook | undefined => PAGER_HOOKS.find(({ name }) => name === provider);
