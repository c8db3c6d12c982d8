/** Something that differs from one installation to the next. */
export interface Setting<T = unknown> {
  /** Why it matters, for the person who decides it. */
  readonly about: string;
  /** What it looks like: `a whole number from 1 to 256`. */
  readonly expected: string;
  /** What something written means; undefined where it means nothing. */
  readonly read: (written: unknown) => T | undefined;
}

/** A setting in words of a form. */
export const words = (about: string, expected: string, form: RegExp): Setting<string> => ({
  about,
  expected,
  read: written => (typeof written === 'string' && form.test(written) ? written : undefined),
});

/** A setting of several words of a form: a list, or one text with commas between; each counts once. */
export const several = (
  about: string,
  expected: string,
  isOne: (text: string) => boolean,
): Setting<readonly string[]> => ({
  about,
  expected,
  read(written) {
    const found = typeof written === 'string' ? written.split(',').map(text => text.trim()) : written;
    if (!Array.isArray(found)) return undefined;
    const texts = [...new Set(found)].filter(text => text !== '');
    return texts.every(text => typeof text === 'string' && isOne(text)) ? texts : undefined;
  },
});

/** A setting that is a whole number in bounds, both of which may be reached. */
export const wholeNumber = (about: string, least: number, most: number): Setting<number> => ({
  about,
  expected: `a whole number from ${least} to ${most}`,
  read(written) {
    const number = typeof written === 'string' && /^\d+$/.test(written) ? Number(written) : written;
    return Number.isInteger(number) && Number(number) >= least && Number(number) <= most ? Number(number) : undefined;
  },
});

/** A setting that is either so or not. */
export const yesOrNo = (about: string): Setting<boolean> => ({
  about,
  expected: 'true or false',
  read: written => YES_OR_NO.get(written),
});

const YES_OR_NO = new Map<unknown, boolean>([
  [true, true],
  ['true', true],
  ['yes', true],
  [false, false],
  ['false', false],
  ['no', false],
]);

/** A setting of names with a value each, in a form that AWS takes for tags: an object, or `team=support, cost-centre=4711`. */
export const labels = (about: string): Setting<Readonly<Record<string, string>>> => ({
  about,
  expected: 'names and values such as team=support, cost-centre=4711',
  read(written) {
    const pairs = pairsOf(written);
    const isSound = ([name, value]: readonly unknown[]) =>
      typeof name === 'string' && LABEL.test(name) && typeof value === 'string' && VALUE.test(value);
    return pairs?.every(isSound) ? Object.fromEntries(pairs as [string, string][]) : undefined;
  },
});

/** What tags may be made of (https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html). */
const LABEL = /^(?!aws:)[\p{L}\p{N} _.:/=+@-]{1,128}$/iu;
const VALUE = /^[\p{L}\p{N} _.:/=+@-]{0,256}$/u;

function pairsOf(written: unknown): readonly (readonly unknown[])[] | undefined {
  if (typeof written === 'object' && written !== null && !Array.isArray(written)) return Object.entries(written);
  if (typeof written !== 'string') return undefined;
  return written.split(',').flatMap(pair => {
    const [name, ...value] = pair.split('=');
    return pair.trim() === '' ? [] : [[name!.trim(), value.length === 0 ? undefined : value.join('=').trim()]];
  });
}
