import type { GraphView, LineView } from '../../board-view.ts';
import { compact, timeTicks, valueTicks } from './axis.ts';
import { strokesOf } from './strokes.ts';

const COLOURS = 10;

const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** Lines over time, from zero; what is aimed at is a dashed line. */
export function Graph({ graph }: { readonly graph: GraphView }) {
  const { from, to, lines, objectives, title } = graph;
  const shown = lines.filter(({ values }) => values.some(value => value !== null));
  const numbers = shown.flatMap(({ values }) => values.filter(value => value !== null));
  const ticks = valueTicks([...numbers, ...objectives.map(({ value }) => value)]);
  const top = ticks.at(-1)!;
  const down = (value: number) => 100 * (1 - value / top);
  const right = (at: number) => (100 * (at - from)) / (to - from);
  return (
    <div class="graph">
      <div class="plot">
        {ticks.map(value => (
          <span key={value} class="tick" style={{ top: `${down(value)}%` }}>
            {compact(value)}
          </span>
        ))}
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-label={spoken(title, shown)}>
          {ticks.map(value => (
            <path key={value} class="grid" d={`M0 ${down(value)}H100`} />
          ))}
          {objectives.map(({ label, value }) => (
            <path key={label} class="objective" d={`M0 ${down(value)}H100`} />
          ))}
          {shown.map((line, place) => {
            const { joined, dots } = strokesOf(line, graph, right, down);
            return (
              <g key={line.label} class={`line-${place % COLOURS}`}>
                <path d={joined} />
                <path class="dots" d={dots} />
              </g>
            );
          })}
        </svg>
        {objectives.map(({ label, value }) => (
          <span key={label} class="objective-label" style={{ top: `${down(value)}%` }}>
            {label}
          </span>
        ))}
        {timeTicks(from, to).map(at => (
          <time key={at} class="moment" style={{ left: `${right(at)}%` }}>
            {TIME.format(at)}
          </time>
        ))}
        {shown.length === 0 && <p class="no-data">No data</p>}
      </div>
      <ul class="legend">
        {shown.map((line, place) => (
          <li key={line.label} class={`line-${place % COLOURS}`}>
            {line.label} <b>{compact(latest(line))}</b>
          </li>
        ))}
      </ul>
    </div>
  );
}

const latest = ({ values }: LineView): number => values.findLast(value => value !== null) ?? 0;

const spoken = (title: string, lines: readonly LineView[]): string =>
  `${title}: ${lines.map(line => `${line.label} ${compact(latest(line))}`).join(', ') || 'no data'}`;
