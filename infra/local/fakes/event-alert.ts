/** An alert as its responders see it; `events` counts those it got. */
export interface EventAlert {
  readonly key: string;
  readonly title: string;
  readonly open: boolean;
  readonly events: number;
  readonly acknowledged: boolean;
}

/** The alerts of a source, by the keys of their events: an event belongs to the open alert of its key, else a firing one opens another. */
export function alertBook() {
  const alerts: EventAlert[] = [];
  return {
    alerts: (): readonly EventAlert[] => alerts,
    take(key: string, title: string, firing: boolean) {
      const at = alerts.findIndex(alert => alert.open && alert.key === key);
      const found = alerts[at];
      if (found) alerts[at] = { ...found, open: firing, events: found.events + 1 };
      else if (firing) alerts.push({ key, title, open: true, events: 1, acknowledged: false });
    },
    acknowledge(key: string) {
      const at = alerts.findIndex(alert => alert.open && alert.key === key);
      if (at !== -1) alerts[at] = { ...alerts[at]!, acknowledged: true };
    },
  };
}
