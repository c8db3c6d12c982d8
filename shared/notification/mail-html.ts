import type { NotificationKind } from './notification.ts';
import type { Told } from './told.ts';

const COLOURS: Readonly<Record<NotificationKind, string>> = {
  warning: '#9a6700',
  breach: '#b42318',
  overdue: '#b42318',
  age: '#344054',
};

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, character => ENTITIES[character]!);

const isolated = (text: string): string => `<bdi>${escaped(text)}</bdi>`;

/** The body of a mail as HTML: styled inline, nothing fetched from elsewhere, every text escaped. */
export function htmlOf({ language, kind, subject, headline, due, dueLabel, todo, rows, link, why }: Told): string {
  const times = due.map((time, index) =>
    index === 0 ? `${escaped(dueLabel)}: <b>${escaped(time)}</b>` : `= ${escaped(time)}`,
  );
  const cells = rows.map(
    ([label, value]) =>
      `<tr><td style="padding:2px 12px 2px 0;color:#475467;vertical-align:top">${isolated(label)}</td>` +
      `<td style="padding:2px 0;overflow-wrap:anywhere">${isolated(value)}</td></tr>`,
  );
  return [
    `<!doctype html><html lang="${escaped(language)}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>`,
    '<body style="margin:0;padding:16px;font:15px/1.5 system-ui,sans-serif;color:#101828;background:#ffffff">',
    '<div style="max-width:600px">',
    `<p style="margin:0 0 4px;font-size:18px;font-weight:600;color:${COLOURS[kind]}">${escaped(headline)}</p>`,
    ...(times.length === 0 ? [] : [`<p style="margin:0 0 12px">${times.join('<br>')}</p>`]),
    `<p style="margin:0 0 12px">${escaped(todo)}</p>`,
    `<table role="presentation" style="border-collapse:collapse;margin:0 0 12px">${cells.join('\n')}</table>`,
    ...(link ? [`<p style="margin:0 0 12px"><a href="${escaped(link.url)}">${escaped(link.text)}</a></p>`] : []),
    `<p style="margin:16px 0 0;font-size:13px;color:#475467">${escaped(why)}</p>`,
    '</div></body></html>',
    '',
  ].join('\n');
}
