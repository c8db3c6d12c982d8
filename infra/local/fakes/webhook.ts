/** A request a service sends to whoever asked it to. */
export interface Webhook {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
