const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}\s]+/gu;

/** A letter, or a mark on one, of a script in which it matters whether letters join. */
const LETTER = String.raw`[[\p{L}\p{M}]--[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{Variation_Selector}]]`;

/**
 * A joiner inside an emoji, or either joiner inside a word, which is another word without it
 * (https://www.unicode.org/reports/tr31/#Layout_and_Format_Control_Characters).
 */
const JOINER = [
  String.raw`(?<=\p{Extended_Pictographic}[\p{Emoji_Modifier}\uFE0F]?)\u200D(?=\p{Extended_Pictographic})`,
  String.raw`(?<=${LETTER})[\u200C\u200D](?=${LETTER})`,
].join('|');

/**
 * What nobody sees, the controls of direction among it: everything a renderer may ignore, but for joiners in their place and a
 * variation of the character before it (https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point).
 */
const UNSEEN = new RegExp(
  [
    String.raw`[\p{Default_Ignorable_Code_Point}--[\u200C\u200D\p{Variation_Selector}]]`,
    String.raw`(?!${JOINER})[\u200C\u200D]`,
    String.raw`[\uFFF9-\uFFFB]`,
    String.raw`(?<=^|[\s\p{Variation_Selector}])\p{Variation_Selector}`,
  ].join('|'),
  'gv',
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
