const INSTANT = /^(at|until|since|startedAt|wantedAt|createdAt|changedAt|nextActionAt|toldAt)$/;

/** A value as one line of JSON, with its instants as RFC 3339. */
export const jsonWithTimes = (value: object): string =>
  JSON.stringify(value, (name, each: unknown) =>
    typeof each === 'number' && INSTANT.test(name) ? new Date(each).toISOString() : each,
  );
