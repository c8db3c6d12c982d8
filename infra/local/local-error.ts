/** Something about this machine keeps Timekeeper from running on it; the message is one sentence for the person at the keyboard. */
export class LocalError extends Error {
  override readonly name = 'LocalError';
}
