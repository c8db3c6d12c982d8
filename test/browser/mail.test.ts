import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WORDINGS } from '../../shared/notification/wording/wordings.ts';
import { MAILS, mailHtml } from '../notification/mail-facts.ts';
import { startBrowser } from './browser.ts';
import { ALL_CONTRASTS } from './contrast.ts';

const SHOWN = WORDINGS.flatMap(wording => MAILS.map(kind => ({ language: wording.language, wording, kind })));

describe('in a browser, a mail', () => {
  let browser: Browser;
  let page: Page;
  const requests: string[] = [];

  beforeAll(async () => {
    browser = await startBrowser();
    page = await browser.newPage();
    page.on('request', request => requests.push(request.url()));
  });

  afterAll(() => browser?.close());

  describe.each(SHOWN)('($kind, $language)', ({ wording, kind }) => {
    const show = async (width: number) => {
      await page.setViewportSize({ width, height: 800 });
      await page.setContent(mailHtml(kind, wording));
    };

    it.each(['light', 'dark'] as const)('can be read in the %s', async colorScheme => {
      await page.emulateMedia({ colorScheme });
      await show(700);
      const contrasts = await page.evaluate<number[]>(ALL_CONTRASTS);
      expect(contrasts.length).toBeGreaterThan(10);
      expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(4.5);
      const ground = await page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
      expect(ground).toBe(colorScheme === 'dark' ? 'rgb(15, 18, 22)' : 'rgb(243, 244, 246)');
    });

    it('fits a telephone', async () => {
      await show(360);
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
      const outside = await page.evaluate<string[]>(`[...document.body.querySelectorAll('td, th, a, h1, h2')]
        .filter(e => e.getBoundingClientRect().right > 360).map(e => e.outerHTML)`);
      expect(outside).toEqual([]);
    });

    it('tells a screen reader its language, its headings, its tables and where links lead', async () => {
      await show(700);
      expect(await page.locator('html').getAttribute('lang')).toBe(wording.language);
      expect(await page.locator('html').getAttribute('dir')).toBe('ltr');
      expect(await page.locator('h1').count()).toBe(1);
      expect(await page.locator('h2').first().textContent()).toBe(wording.labels.todo);
      const tables = await page.evaluate<number>(
        `[...document.querySelectorAll('table')].filter(e => e.role !== 'presentation' && !e.querySelector('th[scope]')).length`,
      );
      expect(tables).toBe(0);
      const links = await page.getByRole('link').allTextContents();
      expect(links.length).toBeGreaterThan(1);
      expect(links.filter(text => text.trim().length < 4 || text.startsWith('http'))).toEqual([]);
      expect(await page.title()).not.toBe('');
    });
  });

  it('asks nobody for anything', () => {
    expect(requests.filter(url => !url.startsWith('about:'))).toEqual([]);
  });
});
