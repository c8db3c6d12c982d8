import { de } from './de.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';
import type { Wording } from './wording.ts';
import { zhHans } from './zh-hans.ts';
import { zhHant } from './zh-hant.ts';

/** Every language there are texts in. */
export const WORDINGS: readonly Wording[] = [en, de, ja, zhHans, zhHant];

/** Regions that write Chinese in traditional characters. */
const TRADITIONAL = ['TW', 'HK', 'MO'];

/** The texts for a BCP 47 language tag: those of the language whatever the region; English where there are none, or none is asked for. */
export function wordingFor(tag = 'en'): Wording {
  const [language, ...subtags] = tag.split('-');
  const wanted = language?.toLowerCase() === 'zh' ? `zh-${scriptOf(subtags)}` : language;
  return WORDINGS.find(wording => wording.language.toLowerCase() === wanted?.toLowerCase()) ?? en;
}

const scriptOf = (subtags: readonly string[]): string =>
  subtags.some(subtag => /^hant$/i.test(subtag)) ||
  (!subtags.some(subtag => /^hans$/i.test(subtag)) &&
    subtags.some(subtag => TRADITIONAL.includes(subtag.toUpperCase())))
    ? 'Hant'
    : 'Hans';
