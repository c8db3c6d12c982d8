import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneLine } from '../../shared/notification/one-line.ts';

const characters = new Intl.Segmenter();

describe('one line of a text', () => {
  it.each([
    ['a short text', 'a short text'],
    ['two\r\nlines', 'two lines'],
    ['tab\tand\u2028separator\u0000', 'tab and separator'],
    ['\u202Ereversed\u202C, \u2066isolated\u2069', 'reversed, isolated'],
    ['pay\u200Bpal\u00AD \uFEFFlog\u2060in\u180E', 'paypal login'],
    ['hidden \u{E0068}\u{E0069}tags', 'hidden tags'],
    ['fillers \u3164\u115F\uFFA0end', 'fillers end'],
    ['joined\u200D nothing \u200Djoins', 'joined nothing joins'],
    ['می\u200Cخواهم', 'می\u200Cخواهم'],
    ['र्\u200Dय and ක්\u200Dරි', 'र्\u200Dय and ක්\u200Dරි'],
    ['ن\u200C نام\u200D\u200C\u200Dه', 'ن نامه'],
    ['pay\u200Cpal log\u200Din', 'paypal login'],
    ['🏳️‍🌈 and 葛\u{E0100}城', '🏳️‍🌈 and 葛\u{E0100}城'],
    ['a\uFE0F\uFE01\uFE02 variation', 'a\uFE0F variation'],
    ['half a \uD83D pair', 'half a � pair'],
    ['twenty characters and more', 'twenty characters a…'],
    ['👨‍👩‍👧‍👦👨‍👩‍👧‍👦 family family family', '👨‍👩‍👧‍👦👨‍👩‍👧‍👦 family family fa…'],
    [`a${'\u0301'.repeat(500)}`, '…'],
  ])('of %j is %j', (text, expected) => {
    expect(oneLine(text, 20)).toBe(expected);
  });

  it('is never longer than asked for, and never breaks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 50 }), (text, limit) => {
        const line = oneLine(text, limit);
        expect([...characters.segment(line)].length).toBeLessThanOrEqual(limit);
        expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\u200B\u2060\uFEFF\u{E0000}-\u{E007F}]/u);
      }),
    );
  });
});
