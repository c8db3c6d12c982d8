/// <reference lib="dom" />
import type { Ranked, Urgency } from './urgency.ts';

/** What the list can be narrowed to. */
export const FILTERS = ['open', 'at risk', 'breached', 'waiting', 'done', 'all'] as const;

/** One of them. */
export type Filter = (typeof FILTERS)[number];

interface FiltersProps {
  readonly ranked: readonly Ranked[];
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly search: string;
  readonly onSearch: (search: string) => void;
}

/** The switches above the list, each with how many tickets it lets through, and a search. */
export function Filters({ ranked, filter, onFilter, search, onSearch }: FiltersProps) {
  return (
    <div class="filters">
      <fieldset class="switches">
        <legend class="unseen">Show tickets that are</legend>
        {FILTERS.map(name => (
          <label key={name} class={`switch ${name.replace(' ', '-')}`}>
            <input type="radio" name="filter" checked={filter === name} onChange={() => onFilter(name)} />
            <span>
              {name} <b>{ranked.filter(({ urgency }) => lets(name, urgency)).length}</b>
            </span>
          </label>
        ))}
      </fieldset>
      <input
        type="search"
        id="search"
        aria-label="Search tickets"
        placeholder="Search  /"
        value={search}
        onInput={event => onSearch(event.currentTarget.value)}
      />
    </div>
  );
}

/** Whether a filter lets tickets of an urgency through. */
export const lets = (filter: Filter, urgency: Urgency): boolean =>
  filter === 'all' || (filter === 'open' ? urgency !== 'done' : filter === urgency);

/** The tickets a filter and a search let through; the search looks for every word in whatever the row shows. */
export function narrowed(ranked: readonly Ranked[], filter: Filter, search: string): readonly Ranked[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return ranked.filter(({ ticket, urgency }) => {
    if (!lets(filter, urgency)) return false;
    const { id, subject, requester, plan, policy, severity, status, channel, language } = ticket;
    const text = [id, subject, requester, plan, policy, severity, status, channel, language].join(' ').toLowerCase();
    return words.every(word => text.includes(word));
  });
}
