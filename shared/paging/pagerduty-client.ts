/**
 * What a trigger calls its client, by which the page's key travels with the incident: webhooks tell the client of an incident that is
 * triggered, and leave its `incident_key` null where the service makes incidents of alerts.
 */
export const clientOf = (key: string): string => `Timekeeper ${key}`;

/** The key of the page that a client's name tells of; undefined where it is nobody of ours. */
export const keyOfClient = (name: string): string | undefined => /^Timekeeper (\S{1,255})$/.exec(name)?.[1];
