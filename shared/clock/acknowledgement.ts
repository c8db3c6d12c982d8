import type { Instant } from '../calendar/instant.ts';

/** Somebody said they have seen it: who, by which way, and when. It stops no clock. */
export interface Acknowledgement {
  readonly at: Instant;
  readonly by: string;
  /** `link`, `api`, `command line`, or the name of a pager. */
  readonly via: string;
  /** The key of the page it was said of at its pager; only that page's pager can take it back. */
  readonly page?: string;
  /** The page was resolved at its pager, not only acknowledged. */
  readonly resolvedThere?: true;
}

/** Who has seen it and by which way, for people: `Ana, at pagerduty`. */
export const acknowledgementText = ({ by, via }: Acknowledgement): string => `${by}, ${wayText(via)}`;

/** What is to be known of a clock that runs on although its page was resolved. */
export const RUNS_ON = 'the page was resolved at its pager, which stops no clock: only the ticket does';

function wayText(via: string): string {
  switch (via) {
    case 'link':
      return "by a mail's link";
    case 'api':
      return 'by the API';
    case 'command line':
      return 'by the command line';
    default:
      return `at ${via}`;
  }
}
