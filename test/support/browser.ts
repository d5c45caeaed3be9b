import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Browser, chromium } from 'playwright-core';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const words = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

function placeOfChromium(): string | null {
  const { CHROMIUM_PATH = '' } = process.env;
  if (CHROMIUM_PATH !== '') return CHROMIUM_PATH;
  return usualPlaces.find((it) => existsSync(it)) ?? null;
}

/**
 * A suite that looks at pages, with one browser for its file. Without Chromium it is left out, and says so; where
 * `REQUIRE_BROWSER=1` asks for one it fails.
 */
export function describeInBrowser(title: string, suite: (browser: () => Browser) => void): void {
  const executablePath = placeOfChromium();
  if (executablePath === null) {
    leaveOut(title);
    return;
  }
  describe(title, () => {
    let browser: Browser | null = null;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath, args: words });
    });
    afterAll(async () => {
      await browser?.close();
    });
    suite(() => {
      if (browser === null) throw new Error('the browser is not started');
      return browser;
    });
  });
}

function leaveOut(title: string): void {
  if (process.env.REQUIRE_BROWSER === '1') {
    test('Chromium is there, for the pages', () => {
      expect('Chromium, or its place in CHROMIUM_PATH').toBe('found');
    });
    return;
  }
  const line = '#'.repeat(80);
  process.stderr.write(
    `${line}\n#  NO CHROMIUM: "${title}" is not looked at (CHROMIUM_PATH).\n${line}\n`,
  );
  // eslint-disable-next-line @typescript-eslint/no-empty-function -- a file without a test fails
  test.skip(title, () => {});
}
