/// <reference lib="dom" />
import { useEffect, useState } from 'preact/hooks';
import { moveOnKey } from './keyboard.ts';
import { TicketRow } from './ticket-row.tsx';
import type { Ranked, Urgency } from './urgency.ts';

const HEADINGS: Readonly<Record<Urgency, string>> = {
  'at risk': 'At risk: can still be met',
  breached: 'Breached',
  'on time': 'On time',
  waiting: 'Waiting on somebody else',
  done: 'Done',
};

interface ListProps {
  readonly shown: readonly Ranked[];
  readonly opened: string | undefined;
  readonly onOpen: (key: string) => void;
}

/** The tickets under a heading for each urgency; one of them takes the tab stop, arrows and j, k move it. */
export function TicketList({ shown, opened, onOpen }: ListProps) {
  const [current, setCurrent] = useState<string>();
  useEffect(() => {
    document.addEventListener('keydown', moveOnKey);
    return () => document.removeEventListener('keydown', moveOnKey);
  }, []);
  const stop = shown.some(({ ticket }) => ticket.key === current) ? current : shown[0]?.ticket.key;
  const groups = Map.groupBy(shown, ({ urgency }) => urgency);
  const onFocus = (event: FocusEvent) => setCurrent((event.target as HTMLElement).dataset.key ?? current);
  return (
    <section class="list" aria-label="Tickets" onFocusCapture={onFocus}>
      {[...groups].map(([urgency, group]) => (
        <section key={urgency} aria-label={HEADINGS[urgency]}>
          <h2 class={urgency.replace(' ', '-')}>
            {HEADINGS[urgency]} <span class="count">{group.length}</span>
          </h2>
          <ul>
            {group.map(({ ticket }) => (
              <TicketRow
                key={ticket.key}
                ticket={ticket}
                urgency={urgency}
                selected={ticket.key === opened}
                tabbable={ticket.key === stop}
                onOpen={onOpen}
              />
            ))}
          </ul>
        </section>
      ))}
      {shown.length === 0 && <p class="empty">No ticket here. Post one to /v1/events, or wait for the next.</p>}
    </section>
  );
}
