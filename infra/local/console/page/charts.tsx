import type { SeriesView } from '../snapshot.ts';

/** Our own numbers, a small chart each. */
export function Charts({ series }: { readonly series: readonly SeriesView[] }) {
  return (
    <section class="charts" aria-label="Measures">
      {series.map(one => (
        <Chart key={one.key} series={one} />
      ))}
    </section>
  );
}

function Chart({ series }: { readonly series: SeriesView }) {
  const { title, values } = series;
  const total = amount(series);
  const highest = Math.max(...values, series.unit === '%' ? 100 : 1);
  const width = 100 / values.length;
  return (
    <figure class={`chart ${series.key.toLowerCase()}`}>
      <figcaption>
        {title} <b>{total}</b>
      </figcaption>
      <svg viewBox="0 0 100 30" preserveAspectRatio="none" role="img" aria-label={`${title}: ${total}`}>
        <rect class="chart-floor" y="29.5" width="100" height="0.5" />
        {values.map((value, place) => {
          const height = (value / highest) * 29;
          return <rect key={place} x={place * width} y={29.5 - height} width={width * 0.75} height={height} />;
        })}
      </svg>
    </figure>
  );
}

function amount({ unit, total }: SeriesView): string {
  if (unit === '%') return Number.isNaN(total) || total < 0 ? '–' : `${total.toFixed(total < 100 ? 1 : 0)} %`;
  if (unit === 'ms') return total >= 10_000 ? `${Math.round(total / 1000)} s` : `${Math.round(total)} ms`;
  return total.toLocaleString('en');
}
