import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fill } from '../../../shared/notification/template/fill.ts';

describe('a template', () => {
  it('takes texts, markup and lists of it', () => {
    const rows = ['a', '<b>'].map(text => fill('<li>{{text}}</li>', { text }));
    expect(fill('<ul title="{{title}}">{{rows}}</ul>', { title: '"x"', rows }).html).toBe(
      '<ul title="&quot;x&quot;"><li>a</li>\n<li>&lt;b&gt;</li></ul>',
    );
  });

  it('knows its slots: one that is missing or unknown does not compile', () => {
    // @ts-expect-error -- `b` is not filled
    const missing = () => fill('{{a}}{{b}}', { a: '' });
    // @ts-expect-error -- there is no slot `c`
    const unknown = () => fill('{{a}}', { a: '', c: '' });
    expect(missing).toThrow();
    expect(unknown).not.toThrow();
  });

  it('is filled once: what a text says is neither markup nor a slot', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const { html } = fill('<p title="{{a}}">{{a}}{{b}}</p>', { a: `{{b}}${text}`, b: '!' });
        expect(html).not.toMatch(/^<p title="[^"]*["<>'][^>]|<(?!p title=|\/p>)/);
        expect(html.startsWith('<p title="{{b}}')).toBe(true);
        expect(html.endsWith('!</p>')).toBe(true);
      }),
    );
  });
});
