/// <reference lib="dom" />

/** What a `cwdb-action` calls. */
export interface Action {
  readonly endpoint: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** What is asked first; empty where nothing is. */
  readonly confirmation: string;
}

/**
 * The actions of a custom widget, each with the element before it, which is what triggers it by a click; only those that call a function
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/add_custom_widget_dashboard_interactivity.html).
 */
export function actionsIn(page: Document): readonly { readonly trigger: HTMLElement; readonly action: Action }[] {
  return [...page.querySelectorAll('cwdb-action[action=call]')].flatMap(element => {
    const trigger = element.previousElementSibling as HTMLElement | null;
    if (trigger === null) return [];
    const endpoint = element.getAttribute('endpoint') ?? '';
    const confirmation = element.getAttribute('confirmation') ?? '';
    return [{ trigger, action: { endpoint, confirmation, payload: JSON.parse(element.textContent || '{}') } }];
  });
}
