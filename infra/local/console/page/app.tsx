/// <reference lib="dom" />
import { useEffect, useRef, useState } from 'preact/hooks';
import { Charts } from './charts.tsx';
import { type Filter, Filters, narrowed } from './filters.tsx';
import { Header } from './header.tsx';
import { connect, type Live } from './live.ts';
import { News } from './news.tsx';
import { Side } from './side.tsx';
import { TicketList } from './ticket-list.tsx';
import { TicketPanel } from './ticket-panel.tsx';
import { ranked } from './urgency.ts';
import { useNow } from './virtual-time.ts';

const NOTHING: Live = { connected: false, tickets: [], mails: [], pages: [], deliveries: [], queues: [], series: [] };

/** The whole page. */
export function App() {
  const [live, setLive] = useState(NOTHING);
  const [opened, setOpened] = useState<string>();
  const [filter, setFilter] = useState<Filter>('open');
  const [search, setSearch] = useState('');
  useEffect(() => connect(setLive), []);
  const all = ranked(live.tickets, useNow(1000));
  const ticket = live.tickets.find(({ key }) => key === opened);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && setOpened(undefined);
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  useFocusBack(opened);
  return (
    <div class={ticket === undefined ? 'console' : 'console with-ticket'}>
      <Header connected={live.connected} />
      <Charts series={live.series} />
      <main>
        <div class="work">
          <Filters ranked={all} filter={filter} onFilter={setFilter} search={search} onSearch={setSearch} />
          <TicketList shown={narrowed(all, filter, search)} opened={opened} onOpen={setOpened} />
        </div>
        {ticket === undefined ? (
          <Side live={live} onOpen={setOpened} />
        ) : (
          <TicketPanel ticket={ticket} deliveries={live.deliveries} onClose={() => setOpened(undefined)} />
        )}
      </main>
      <News ranked={all} />
    </div>
  );
}

/** Gives the focus back to the row a ticket was opened from, once it is closed. */
function useFocusBack(opened: string | undefined): void {
  const last = useRef<string>(undefined);
  useEffect(() => {
    if (opened === undefined && last.current !== undefined)
      document.querySelector<HTMLElement>(`.ticket[data-key="${CSS.escape(last.current)}"]`)?.focus();
    last.current = opened;
  }, [opened]);
}
