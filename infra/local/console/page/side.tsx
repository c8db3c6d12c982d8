/// <reference lib="dom" />
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Inbox } from './inbox.tsx';
import { Ledger } from './ledger.tsx';
import type { Live } from './live.ts';
import { Pager } from './pager.tsx';
import { Queues } from './queues.tsx';

const TABS = ['mail', 'pages', 'deliveries', 'queues'] as const;
type Tab = (typeof TABS)[number];

/** What went out and what is under way: mails, pages, the ledger, the queues, a tab each. */
export function Side({ live, onOpen }: { readonly live: Live; readonly onOpen: (ticket: string) => void }) {
  const [tab, setTab] = useState<Tab>('mail');
  const counts: Record<Tab, number> = {
    mail: live.mails.length,
    pages: live.pages.length,
    deliveries: live.deliveries.length,
    queues: live.queues.reduce((sum, { ready, delayed, inFlight }) => sum + ready + delayed + inFlight, 0),
  };
  const panels: Record<Tab, ComponentChildren> = {
    mail: <Inbox mails={live.mails} />,
    pages: <Pager pages={live.pages} />,
    deliveries: <Ledger deliveries={live.deliveries} onOpen={onOpen} />,
    queues: <Queues queues={live.queues} />,
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const next = TABS[(TABS.indexOf(tab) + step + TABS.length) % TABS.length]!;
    setTab(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <section class="side" aria-label="What went out">
      <div role="tablist" aria-label="What went out" onKeyDown={onKeyDown}>
        {TABS.map(name => (
          <button
            type="button"
            role="tab"
            key={name}
            id={`tab-${name}`}
            aria-selected={tab === name}
            aria-controls="panel"
            tabIndex={tab === name ? 0 : -1}
            onClick={() => setTab(name)}
          >
            {name} <b>{counts[name]}</b>
          </button>
        ))}
      </div>
      <div role="tabpanel" id="panel" aria-labelledby={`tab-${tab}`}>
        {panels[tab]}
      </div>
    </section>
  );
}
