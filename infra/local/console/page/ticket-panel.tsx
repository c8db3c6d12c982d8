/// <reference lib="dom" />
import { useEffect, useRef, useState } from 'preact/hooks';
import type { DeliveryView, TicketView } from '../snapshot.ts';
import type { TicketDetail } from '../ticket-detail.ts';
import { ClockLine } from './clock-line.tsx';
import { EventList } from './event-list.tsx';
import { Explanation } from './explanation.tsx';
import { Ledger } from './ledger.tsx';
import { Severity } from './ticket-row.tsx';

interface PanelProps {
  readonly ticket: TicketView;
  readonly deliveries: readonly DeliveryView[];
  readonly onClose: () => void;
}

/** One ticket opened: its clocks explained, what happened to it, and what was told about it. */
export function TicketPanel({ ticket, deliveries, onClose }: PanelProps) {
  const detail = useDetail(ticket);
  const explanation = detail?.explanation;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [ticket.key]);
  return (
    <section class="side panel" aria-label={`Ticket ${ticket.id}`}>
      <header>
        <Severity ticket={ticket} />
        <h2 ref={heading} tabIndex={-1}>
          {ticket.subject}
        </h2>
        <button type="button" class="plain" aria-label="Close ticket" onClick={onClose}>
          ✕
        </button>
      </header>
      <p class="details">
        <span class="status">{ticket.gone ?? ticket.status}</span>
        {[ticket.id, ticket.source, ticket.requester, ticket.plan, ticket.channel].map(
          text => text && <span key={text}>{text}</span>,
        )}
      </p>
      <p class="policy">
        {ticket.policy === undefined ? 'No policy matches this ticket.' : `${ticket.policy}, edition ${ticket.edition}`}
        {explanation?.policy?.source !== undefined && <span class="why">{explanation.policy.source}</span>}
      </p>
      {explanation?.severity?.adjustments.map(({ from, to, because }) => (
        <p class="policy" key={because}>
          Severity {from} counts as <b>{to}</b>: {because}
        </p>
      ))}
      <h3>Clocks</h3>
      {ticket.clocks.map(clock => (
        <article key={clock.metric + clock.startedAt} class="explained">
          <ClockLine clock={clock} />
          <Explanation
            clock={clock}
            why={explanation?.clocks.find(
              ({ metric, startedAt }) => metric === clock.metric && startedAt === clock.startedAt,
            )}
          />
        </article>
      ))}
      <h3>Deliveries</h3>
      <Ledger deliveries={deliveries.filter(({ ticket: key }) => key === ticket.key)} />
      <h3>Events</h3>
      <EventList events={detail?.events ?? []} />
    </section>
  );
}

function useDetail(ticket: TicketView): TicketDetail | undefined {
  const [detail, setDetail] = useState<{ readonly key: string; readonly detail: TicketDetail }>();
  useEffect(() => {
    const stale = new AbortController();
    fetch(`/ticket?key=${encodeURIComponent(ticket.key)}&version=${ticket.version}`, { signal: stale.signal })
      .then(response => response.json())
      .then(found => setDetail({ key: ticket.key, detail: found }))
      .catch(() => {});
    return () => stale.abort();
  }, [ticket.key, ticket.version]);
  return detail?.key === ticket.key ? detail.detail : undefined;
}
