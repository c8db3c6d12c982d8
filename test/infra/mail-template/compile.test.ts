import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMPILED, compileMailTemplates } from '../../../infra/mail-template/compile.ts';
import { cut } from '../../../infra/mail-template/cut.ts';
import { MAIL_TEMPLATE } from '../../../shared/notification/template/mail-template.ts';

describe('the templates of mails', () => {
  it('are what `npm run mail` makes of their source', async () => {
    expect(readFileSync(COMPILED, 'utf8')).toBe(await compileMailTemplates());
  });

  it('fetch nothing from elsewhere and run nothing', () => {
    const all = Object.values(MAIL_TEMPLATE).join('\n');
    expect(all).not.toMatch(/<(img|script|link|iframe|object|embed|form)\b|@import|@font-face|url\(|\bon\w+=/i);
    const addresses = [...all.matchAll(/https?:\/\/[^"'\s<]+/g)].map(([found]) => found);
    expect(new Set(addresses)).toEqual(new Set(['http://www.w3.org/1999/xhtml']));
  });
});

describe('a template', () => {
  it('is cut into pieces that leave slots behind', () => {
    const pieces = cut('<ul>{{#row}}<li>{{name}}{{#mark}}<b>{{text}}</b>{{/mark}}</li>{{/row}}</ul>', 'list');
    expect(Object.fromEntries(pieces)).toEqual({
      list: '<ul>{{row}}</ul>',
      row: '<li>{{name}}{{mark}}</li>',
      mark: '<b>{{text}}</b>',
    });
  });

  it.each([
    ['{{#a}}1{{/a}}{{#a}}2{{/a}}', 'two pieces a'],
    ['{{#a}}1', '{{#a}} without its other half'],
    ['1{{/a}}', '{{/a}} without its other half'],
  ])('of %s is refused', (template, reason) => {
    expect(() => cut(template, 'mail')).toThrow(reason);
  });
});
