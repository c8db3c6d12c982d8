/** Where a ticket stands: pending is on the requester, on hold on a third party. */
export const STATUSES = ['new', 'open', 'pending', 'on hold', 'solved', 'closed'] as const;

/** One of the six statuses every help desk's own words are mapped to. */
export type Status = (typeof STATUSES)[number];

/** Whether somebody still owes something on a ticket of this status. */
export const isActive = (status: Status): boolean => status !== 'solved' && status !== 'closed';
