import type { SESClient } from '@aws-sdk/client-ses';
import { DAY, type Instant } from '../../../shared/calendar/instant.ts';
import { isSimulated } from '../fakes/mailbox-simulator.ts';
import type { Report } from './report.ts';

/** What SES counts for the whole account, under the names it tells of mails by. */
const COUNTED = ['Send', 'Delivery', 'Bounce', 'Complaint', 'Reject'] as const;
type News = (typeof COUNTED)[number];

/** Reports what SES reports of an account's mails. */
export interface MailNumbers {
  /** Watches the mails that go through a connection; what is not told of otherwise is delivered at once, for it lies in the inbox. */
  over(client: SESClient): void;
  /** Counts what the default event bus was told of a mail. */
  heard(entry: { readonly detail: unknown }): void;
  /** Reports how many mails of the last day came back or were called spam, once there was one; SES does not say over how many it looks. */
  minute(now: Instant): void;
}

/** Numbers that begin with no mail (https://docs.aws.amazon.com/ses/latest/dg/monitor-sending-activity.html). */
export function mailNumbers(report: Report, now: () => Instant): MailNumbers {
  let lately: { readonly at: Instant; readonly news: News }[] = [];
  const number = (name: string, value: number) => report({ namespace: 'AWS/SES', name, dimensions: {} }, value);

  function count(news: News): void {
    number(news, 1);
    lately.push({ at: now(), news });
  }

  return {
    over: client =>
      client.middlewareStack.add(
        next => async args => {
          const result = await next(args);
          const { Destinations } = args.input as { readonly Destinations?: readonly string[] };
          if (isSimulated(Destinations?.[0] ?? '')) return result;
          count('Send');
          count('Delivery');
          return result;
        },
        { step: 'initialize', name: 'mail numbers' },
      ),
    heard({ detail }) {
      const { eventType, bounce } = detail as { readonly eventType?: string; readonly bounce?: { bounceType: string } };
      if (bounce !== undefined && bounce.bounceType !== 'Permanent') return;
      const news = COUNTED.find(each => each === eventType);
      if (news !== undefined) count(news);
    },
    minute(at) {
      lately = lately.filter(each => each.at > at - DAY);
      const many = (wanted: News) => lately.filter(({ news }) => news === wanted).length;
      if (many('Send') === 0) return;
      number('Reputation.BounceRate', many('Bounce') / many('Send'));
      number('Reputation.ComplaintRate', many('Complaint') / many('Send'));
    },
  };
}
