/// <reference lib="dom" />
import { memo } from 'preact/compat';
import type { TicketView } from '../snapshot.ts';
import { ClockLine } from './clock-line.tsx';
import { roughly } from './telling-time.ts';
import { clockUrgency, hasBroken, isOpenView, openClocks, type Urgency } from './urgency.ts';
import { virtualNow } from './virtual-time.ts';

interface RowProps {
  readonly ticket: TicketView;
  readonly urgency: Urgency;
  readonly selected: boolean;
  readonly tabbable: boolean;
  readonly onOpen: (key: string) => void;
}

/** A ticket in the list: its severity, what it is about, and every clock on it. */
export const TicketRow = memo(({ ticket, urgency, selected, tabbable, onOpen }: RowProps) => {
  const now = virtualNow();
  const closed = ticket.clocks.filter(clock => !isOpenView(clock));
  const details = [ticket.id, ticket.plan, ticket.requester, ticket.channel, ticket.language, ticket.policy];
  return (
    <li>
      <button
        type="button"
        class={`ticket ${urgency.replace(' ', '-')}`}
        data-key={ticket.key}
        aria-label={spoken(ticket, urgency, now)}
        aria-expanded={selected}
        tabIndex={tabbable ? 0 : -1}
        onClick={() => onOpen(ticket.key)}
      >
        <Severity ticket={ticket} />
        <span class="about">
          <span class="subject">{ticket.subject}</span>
          <span class="details">
            <span class="status">{ticket.gone ?? ticket.status}</span>
            {details
              .filter(detail => detail !== undefined)
              .map(detail => (
                <span key={detail}>{detail}</span>
              ))}
          </span>
        </span>
        <span class="clocks">
          {openClocks(ticket, now).map(clock => (
            <ClockLine key={clock.metric + clock.startedAt} clock={clock} />
          ))}
          <span class="chips">
            {closed.map(clock => (
              <span
                key={clock.metric + clock.startedAt}
                class={hasBroken(clock, now) ? 'chip late' : `chip ${clock.state}`}
              >
                {hasBroken(clock, now) ? '✕ late' : clock.state === 'cancelled' ? '– no' : '✓ met'} {clock.metric}
              </span>
            ))}
          </span>
        </span>
      </button>
    </li>
  );
});

/** The severity as a badge; its colour only underlines what it says. */
export function Severity({ ticket }: { readonly ticket: TicketView }) {
  return (
    <span class={`severity rank-${Math.min(ticket.rank, 3)}`} title={`severity ${ticket.severity ?? 'not given'}`}>
      {shortSeverity(ticket.severity)}
    </span>
  );
}

const shortSeverity = (severity: string | undefined): string =>
  severity === undefined ? '–' : severity.length <= 3 ? severity : severity.slice(0, 1).toUpperCase();

function spoken(ticket: TicketView, urgency: Urgency, now: number): string {
  const first = openClocks(ticket, now)[0];
  const severity = ticket.severity === undefined ? '' : `, severity ${ticket.severity}`;
  const start = `${ticket.subject}, ${ticket.id}${severity}, ${urgency}`;
  if (first === undefined) return start;
  if (first.due === undefined) return `${start}, ${first.metric} ${first.state}`;
  const when = roughly(first.due - now);
  return clockUrgency(first, now) === 'breached'
    ? `${start}, ${first.metric} late by ${when}`
    : `${start}, ${first.metric} due in ${when}`;
}
