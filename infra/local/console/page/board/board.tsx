import type { BoardView, Drawing } from '../../board-view.ts';
import { AlarmGrid } from './alarm-grid.tsx';
import { compact } from './axis.ts';
import { Graph } from './graph.tsx';
import { LiveWidget } from './live-widget.tsx';

/** A dashboard: its widgets where they stand on the grid of 24 columns. */
export function Board({ board }: { readonly board: BoardView }) {
  return (
    <div class="board">
      {board.widgets.map(({ x, y, width, height, drawing }, place) => (
        <section
          key={place}
          class={`widget of-${drawing.kind}`}
          style={{ gridColumn: `${x + 1} / span ${width}`, gridRow: `${y + 1} / span ${height}` }}
        >
          {drawing.kind === 'text' ? <Text markdown={drawing.markdown} /> : <h3>{drawing.title}</h3>}
          <Content board={board.name} place={place} drawing={drawing} />
        </section>
      ))}
    </div>
  );
}

function Content({ board, place, drawing }: { board: string; place: number; drawing: Drawing }) {
  switch (drawing.kind) {
    case 'text':
      return null;
    case 'alarms':
      return <AlarmGrid alarms={drawing.alarms} />;
    case 'number':
      return <p class="number">{drawing.value === null ? '–' : compact(drawing.value)}</p>;
    case 'graph':
      return <Graph graph={drawing} />;
    case 'custom':
      return <LiveWidget board={board} place={place} title={drawing.title} />;
  }
}

/** The one kind of markdown the dashboards have: a heading. */
const Text = ({ markdown }: { readonly markdown: string }) => <h2>{markdown.replace(/^#+\s*/, '')}</h2>;
