import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

/** A browser for the tests: the one that comes with the development dependencies on Linux x64, elsewhere the Chrome that is there. */
export async function startBrowser(): Promise<Browser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return playwright.launch({ channel: 'chrome' });
  const args = chromium.args.filter(arg => arg !== '--single-process');
  return playwright.launch({ executablePath: await chromium.executablePath(), args });
}
