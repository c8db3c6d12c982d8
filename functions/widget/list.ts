import { type Html, html } from './html.ts';
import type { Viewer } from './viewer.ts';

/** A row of a list; what is urgent stands out. */
interface Row {
  readonly urgent: boolean;
  readonly cells: readonly Html[];
}

const URGENT = { light: '#b3261e', dark: '#ff8a80' };

/** A table for a dashboard, in the colours of its theme; `none` is said where there is no row. */
export function list({ theme }: Viewer, heads: readonly string[], rows: readonly Row[], none: string): Html {
  if (rows.length === 0) return html`<p>${none}</p>`;
  return html`<table><thead><tr>${heads.map(head => html`<th>${head}</th>`)}</tr></thead><tbody>${rows.map(
    ({ urgent, cells }) =>
      html`<tr style="${urgent ? `color:${URGENT[theme]}` : ''}">${cells.map(cell => html`<td>${cell}</td>`)}</tr>`,
  )}</tbody></table>`;
}
