const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}\s]+/gu;
const BIDI_CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** More than the marks of any script; what is stacked higher is cut. */
const UNITS_A_CHARACTER = 4;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * A text from a ticket made fit for one line of a mail or a page: no line breaks, no control characters, nothing that turns the
 * direction of what follows, and at most `limit` characters as people count them, the last an ellipsis when it was cut.
 */
export function oneLine(text: string, limit: number): string {
  const line = text.toWellFormed().replace(BIDI_CONTROLS, '').replace(BREAKS, ' ').trim();
  if (line.length <= limit) return line;
  const kept: string[] = [];
  for (const { segment, index } of graphemes.segment(line)) {
    if (kept.length === limit || index + segment.length > limit * UNITS_A_CHARACTER) return cut(kept, limit);
    kept.push(segment);
  }
  return line;
}

const cut = (kept: readonly string[], limit: number): string =>
  `${kept
    .slice(0, limit - 1)
    .join('')
    .trimEnd()}…`;
