import * as z from 'zod';
import { conditionShape } from './condition-shape.ts';
import { isLanguage } from './manner-shape.ts';
import { oneOrMore, words } from './text-shapes.ts';

const phone = z.string().regex(/^\+?[\d ()-]{4,30}$/, { error: 'a phone number in quotes' });
const language = z.string().refine(isLanguage, { error: 'a language such as en, de, ja or zh-Hans' });

/** Where customers of a region turn. */
export const contactShape = z.strictObject({
  when: conditionShape.exactOptional(),
  phone: oneOrMore(phone, 'a phone number in quotes, or a list of them')
    .exactOptional()
    .describe('The number, and those in its place.'),
  hours: words.max(200).exactOptional().describe('When somebody answers, for people to read.'),
  languages: oneOrMore(language, 'a language, or a list of languages').exactOptional(),
});
