import type { Acknowledgement, Climb } from './climb.ts';

/** The climb after somebody said they have seen it: whoever said so first stands, but a page's later word replaces its earlier one. */
export function acknowledged(climb: Climb, said: Acknowledgement): Climb {
  const stands = climb.acknowledged;
  if (stands === undefined) return { ...climb, acknowledged: said };
  const isOwn = said.page !== undefined && said.page === stands.page;
  return isOwn && (said.at !== stands.at || said.by !== stands.by) ? { ...climb, acknowledged: said } : climb;
}

/** The climb after a page's pager said that nobody has seen it after all; what was said elsewhere stands. */
export function unacknowledged(climb: Climb, page: string): Climb {
  if (climb.acknowledged?.page !== page) return climb;
  const { acknowledged: _taken, ...rest } = climb;
  return rest;
}
