/**
 * A text as a terminal may have it: what would steer the terminal or turn the direction of its line is written out as `\u001b`, which JSON
 * reads as the same. Line breaks and tabs stay.
 */
export const printable = (text: string): string => text.replace(STEERING, named);

/** The C0 and C1 controls, and the controls of direction (https://www.unicode.org/reports/tr9/, "Directional Formatting Characters"). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that are to be found
const STEERING = /(?!\r\n)[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;

const named = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
