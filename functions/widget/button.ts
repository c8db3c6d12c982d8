import { type Html, html } from './html.ts';
import type { Wish } from './wish.ts';

/**
 * A button that asks first, and calls the function at an ARN when it is confirmed
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/add_custom_widget_dashboard_interactivity.html).
 */
export const button = (arn: string, text: string, question: string, wish: Wish): Html =>
  html`<a class="btn">${text}</a><cwdb-action action="call" endpoint="${arn}" display="widget" confirmation="${question}">${JSON.stringify(wish)}</cwdb-action>`;
