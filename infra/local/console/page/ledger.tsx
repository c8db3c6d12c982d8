/// <reference lib="dom" />
import type { DeliveryView } from '../snapshot.ts';
import { wallSecond } from './telling-time.ts';

interface LedgerProps {
  readonly deliveries: readonly DeliveryView[];
  readonly onOpen?: (ticket: string) => void;
}

/** The delivery ledger, the latest change first: what was told to whom, and what became of it. */
export function Ledger({ deliveries, onOpen }: LedgerProps) {
  if (deliveries.length === 0) return <p class="empty">Nothing had to be told yet.</p>;
  const sorted = deliveries.toSorted((a, b) => b.changedAt - a.changedAt);
  return (
    <table class="ledger">
      <thead>
        <tr>
          <th>state</th>
          <th>what</th>
          <th>to</th>
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
              {onOpen === undefined ? null : (
                <button type="button" class="link" onClick={() => onOpen(row.ticket)}>
                  {row.id}
                </button>
              )}{' '}
              {row.kind} · {row.metric} · {row.rung}
              {row.time > 1 ? ` (${row.time})` : ''}
            </td>
            <td>
              {row.channel} · {row.to}
              {row.attempts > 1 ? ` · ${row.attempts} attempts` : ''}
            </td>
            <td>
              <time>{wallSecond(row.changedAt)}</time>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
