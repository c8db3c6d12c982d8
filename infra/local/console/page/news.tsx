import { useRef } from 'preact/hooks';
import type { Ranked } from './urgency.ts';

/** Says aloud, to those who listen instead of look, which ticket was broken last. */
export function News({ ranked }: { readonly ranked: readonly Ranked[] }) {
  const known = useRef<ReadonlySet<string>>(undefined);
  const said = useRef('');
  const breached = ranked.filter(({ urgency }) => urgency === 'breached').map(({ ticket }) => ticket);
  const fresh = known.current && breached.find(({ key }) => !known.current!.has(key));
  if (fresh) said.current = `Breached: ${fresh.subject}, ${fresh.id}`;
  if (ranked.length > 0) known.current = new Set(breached.map(({ key }) => key));
  return (
    <p class="unseen" aria-live="polite">
      {said.current}
    </p>
  );
}
