const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}\s]+/gu;

/**
 * What nobody sees, the controls of direction among it: everything a renderer may ignore, but for a joiner inside an emoji and a
 * variation of the character before it (https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point).
 */
const UNSEEN = new RegExp(
  [
    String.raw`(?![\p{Variation_Selector}\u200D])\p{Default_Ignorable_Code_Point}`,
    String.raw`[\uFFF9-\uFFFB]`,
    String.raw`(?<!\p{Extended_Pictographic}[\p{Emoji_Modifier}\uFE0F]?)\u200D`,
    String.raw`\u200D(?!\p{Extended_Pictographic})`,
    String.raw`(?<=^|[\s\p{Variation_Selector}])\p{Variation_Selector}`,
  ].join('|'),
  'gu',
);

/** More than the marks of any script; what is stacked higher is cut. */
const UNITS_A_CHARACTER = 4;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * A text from a ticket made fit for one line of a mail or a page: no line breaks, no control characters, nothing unseen that turns
 * the direction of what follows or hides in it, and at most `limit` characters as people count them, the last an ellipsis when it was cut.
 */
export function oneLine(text: string, limit: number): string {
  const line = text.toWellFormed().replace(UNSEEN, '').replace(BREAKS, ' ').trim();
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
