/** The command was called in a way it cannot mean; the message is one line for the person at the keyboard. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What was asked for cannot be done; the message says why, mostly in one line. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
