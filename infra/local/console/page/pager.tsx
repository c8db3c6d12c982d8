import type { PageView } from '../snapshot.ts';
import { wallTime } from './telling-time.ts';
import { virtualNow } from './virtual-time.ts';

/** The pages at the pager, those that still ring first. */
export function Pager({ pages }: { readonly pages: readonly PageView[] }) {
  if (pages.length === 0) return <p class="empty">Nobody has been paged yet.</p>;
  const rings = (page: PageView) => page.state !== 'resolved';
  const sorted = pages.toSorted((a, b) => Number(rings(b)) - Number(rings(a)) || b.at - a.at);
  return (
    <ul class="pages">
      {sorted.map(page => (
        <li key={page.key} class={rings(page) ? 'ringing' : ''}>
          <span class={`state ${page.state}`}>{page.state}</span>
          <span class="about">
            <span class="subject">{page.summary}</span>
            <span class="details">
              <span>{page.severity}</span>
              <span>{page.service}</span>
              <time>{wallTime(page.at, virtualNow())}</time>
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
