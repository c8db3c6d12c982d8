/// <reference lib="dom" />
import type { DeliveryView } from '../snapshot.ts';
import { wallTime } from './telling-time.ts';
import { virtualNow } from './virtual-time.ts';

interface LedgerProps {
  readonly deliveries: readonly DeliveryView[];
  readonly onOpen?: (ticket: string) => void;
}

/** The delivery ledger, the latest change first: what was told to whom, and what became of it. */
export function Ledger({ deliveries, onOpen }: LedgerProps) {
  if (deliveries.length === 0) return <p class="empty">Nothing had to be told yet.</p>;
  const now = virtualNow();
  const sorted = deliveries.toSorted((a, b) => b.changedAt - a.changedAt);
  return (
    <table class="ledger">
      <thead>
        <tr>
          <th>state</th>
          <th>what</th>
          <th>changed</th>
        </tr>
      </thead>
      <tbody>
        {sorted.map(row => (
          <tr key={row.key}>
            <td>
              <span class={`state ${row.state}`}>{row.state}</span>
              {row.detail !== undefined && <span class="why">{row.detail}</span>}
            </td>
            <td>
              {row.kind}: {row.metric}, {row.rung}
              {row.time > 1 ? ` (${row.time})` : ''}
              <span class="why">
                {onOpen !== undefined && (
                  <button type="button" class="link" onClick={() => onOpen(row.ticket)}>
                    {row.id}
                  </button>
                )}{' '}
                {row.channel} to {row.to}
                {row.attempts > 1 ? `, ${row.attempts} attempts` : ''}
              </span>
            </td>
            <td>
              <time>{wallTime(row.changedAt, now)}</time>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
