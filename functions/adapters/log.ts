/** Writes one line of JSON for people and CloudWatch Logs Insights; callers never pass a secret or a ticket's own words. */
export const log = (level: 'info' | 'warn' | 'error', message: string, facts: Record<string, unknown> = {}): void =>
  console.log(JSON.stringify({ level, message, ...facts }));

/** What an unknown thrown value says of itself. */
export const reasonOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);
