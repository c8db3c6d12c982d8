import { escaped } from '../../../shared/notification/template/escaped.ts';
import type { StoredMail } from './source.ts';

/** A mail as a page of its own: its HTML as it is, or its text in a plain frame. */
export function mailPage({ html, text, subject }: StoredMail): string {
  if (html !== undefined) return html;
  return `<!doctype html><meta charset="utf-8"><title>${escaped(subject)}</title><pre>${escaped(text ?? '')}</pre>`;
}
