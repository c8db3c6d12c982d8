import * as z from 'zod';
import { type Duration, HOUR, type Instant, MINUTE, SECOND } from '../../shared/calendar/instant.ts';

/**
 * What a dashboard says of whoever looks at it
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/add_custom_widget_dashboard_about.html).
 */
export const widgetContext = z.object({
  dashboardName: z.string().max(255).catch('a dashboard'),
  widgetId: z.string().max(255).optional().catch(undefined),
  accountId: z.string().max(12).optional().catch(undefined),
  locale: z.string().max(35).catch('en'),
  timezone: z.object({ offsetISO: z.string() }).catch({ offsetISO: '+00:00' }),
  theme: z.enum(['light', 'dark']).catch('light'),
});

/** How somebody reads a dashboard: where, in which language and zone, light or dark. */
export interface Viewer {
  readonly place: Place;
  readonly locale: string;
  /** As `+02:00`. */
  readonly zone: string;
  readonly theme: 'light' | 'dark';
}

/** The widget somebody looks at, and the account they do so in. */
interface Place {
  readonly dashboard: string;
  readonly widget: string | undefined;
  readonly account: string | undefined;
}

/** The viewer of a context; what cannot be understood is English, UTC, light. */
export function viewerOf(context: z.output<typeof widgetContext>): Viewer {
  const { dashboardName: dashboard, widgetId: widget, accountId: account, locale, timezone, theme } = context;
  const zone = /^[+-]\d\d:\d\d$/.test(timezone.offsetISO) ? timezone.offsetISO : '+00:00';
  return { place: { dashboard, widget, account }, locale: isLocale(locale) ? locale : 'en', zone, theme };
}

function isLocale(text: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(text).length > 0;
  } catch {
    return false;
  }
}

/** An instant on the viewer's wall. */
export const clockText = ({ locale, zone }: Viewer, at: Instant): string =>
  new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZone: zone,
  }).format(at);

/** A length of time in the two largest units that matter: `2 hr, 5 min`, `42 sec`. */
export function lengthText({ locale }: Viewer, length: Duration): string {
  const whole = Math.abs(length);
  const [hours, minutes, seconds] = [
    Math.floor(whole / HOUR),
    Math.floor(whole / MINUTE) % 60,
    Math.floor(whole / SECOND) % 60,
  ];
  const parts =
    hours > 0
      ? [unit(locale, hours, 'hour'), unit(locale, minutes, 'minute')]
      : minutes > 0
        ? [unit(locale, minutes, 'minute'), unit(locale, seconds, 'second')]
        : [unit(locale, seconds, 'second')];
  return new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(parts);
}

const unit = (locale: string, count: number, name: string): string =>
  new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' }).format(count);
