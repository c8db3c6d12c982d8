/// <reference lib="dom" />
import { useEffect, useState } from 'preact/hooks';
import type { BoardView } from '../../board-view.ts';
import { Header } from '../header.tsx';
import { setTime } from '../virtual-time.ts';
import { Board } from './board.tsx';

/** How often the page looks, in real milliseconds. */
const LOOK = 1000;

/** The page of the stack's dashboards; the one that is shown is named in the address, after `#`. */
export function Dashboards() {
  const [wanted, setWanted] = useState(() => location.hash.slice(1));
  const [board, setBoard] = useState<BoardView>();
  const [isLost, setLost] = useState(false);

  useEffect(() => {
    const onHash = () => setWanted(location.hash.slice(1));
    addEventListener('hashchange', onHash);
    return () => removeEventListener('hashchange', onHash);
  }, []);

  useEffect(() => {
    let isOver = false;
    const look = async () => {
      const seen = await fetch(`/board?name=${encodeURIComponent(wanted)}`).then(
        response => (response.ok ? (response.json() as Promise<BoardView>) : undefined),
        () => undefined,
      );
      if (isOver) return;
      setTime(seen);
      setLost(seen === undefined);
      if (seen !== undefined) setBoard(seen);
      timer = setTimeout(look, LOOK);
    };
    let timer = setTimeout(look, 0);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [wanted]);

  return (
    <div class="boards">
      <Header connected={!isLost} />
      {board === undefined ? <p class="empty">Looking…</p> : <Chosen board={board} />}
    </div>
  );
}

function Chosen({ board }: { readonly board: BoardView }) {
  return (
    <>
      <nav class="board-names" aria-label="Dashboards">
        {board.names.map(name => (
          <a key={name} href={`#${name}`} aria-current={name === board.name ? 'page' : undefined}>
            {name}
          </a>
        ))}
      </nav>
      <main>
        <Board key={board.name} board={board} />
      </main>
    </>
  );
}
