/** Names one edition of one policy, as a ticket remembers it. */
export interface PolicyRef {
  readonly name: string;
  readonly edition: string;
}
