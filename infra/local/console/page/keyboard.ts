/// <reference lib="dom" />

const STEPS: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/** Moves the focus along the list of tickets on j, k and the arrows, to its ends on Home and End, to the search on `/`. */
export function moveOnKey(event: KeyboardEvent): void {
  const target = event.target as HTMLElement;
  if (event.ctrlKey || event.metaKey || event.altKey || target.matches('input, textarea, select')) return;
  if (event.key === '/') {
    event.preventDefault();
    document.getElementById('search')?.focus();
    return;
  }
  const tickets = [...document.querySelectorAll<HTMLElement>('.list .ticket')];
  const at = tickets.indexOf(target.closest<HTMLElement>('.ticket') ?? target);
  const inside = at >= 0 || target === document.body;
  const next = nextPlace(event.key, at, tickets.length);
  if (!inside || next === undefined) return;
  event.preventDefault();
  tickets[next]?.focus();
}

/** The place to go to from a place of so many on a key; from outside, the first or the last; undefined for any other key. */
export function nextPlace(key: string, at: number, count: number): number | undefined {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = STEPS[key];
  if (step === undefined) return undefined;
  if (at < 0) return step > 0 ? 0 : count - 1;
  return Math.min(count - 1, Math.max(0, at + step));
}
