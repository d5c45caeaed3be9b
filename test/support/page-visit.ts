import { mkdirSync } from 'node:fs';
import { expect } from '@jest/globals';
import axe from 'axe-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

/** Somebody who looks at pages, from an address of their own. What a browser complains of is kept. */
export type PageVisitor = {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Holds a page against what every page promises; its picture is written under that name. */
  readonly check: (name: string, at?: Page) => Promise<void>;
  /** What was complained of since the last look. */
  readonly complaints: () => readonly string[];
  readonly leave: () => Promise<void>;
};

const pictures = 'test-results/pages';
const phone = { width: 320, height: 640 };
const desk = { width: 1_024, height: 768 };
/** Only these come out otherwise on another width. */
const ofWidth = ['color-contrast', 'target-size', 'scrollable-region-focusable'];
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let visitors = 0;

/** Comes with a browser's own means, or with what the options change: without script, in another language. */
export async function comeToPages(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<PageVisitor> {
  visitors += 1;
  const context = await browser.newContext({
    viewport: desk,
    locale: 'en-GB',
    // Chromium tells the console of every transition between two pages that a slow machine cuts short.
    reducedMotion: 'reduce',
    extraHTTPHeaders: {
      'x-forwarded-for': `10.0.${String(visitors >> 8)}.${String(visitors & 255)}`,
    },
    ...options,
  });
  context.setDefaultTimeout(200_000);
  const complaints = await listen(context, origin);
  const page = await context.newPage();
  const hasScript = options.javaScriptEnabled !== false;
  return {
    context,
    page,
    complaints: () => complaints.splice(0),
    check: async (name, at = page) => {
      await at.waitForLoadState('load');
      expect({ page: name, complaints: complaints.splice(0) }).toEqual({
        page: name,
        complaints: [],
      });
      if (!hasScript) return;
      await holdAgainstPromises(name, at);
      expect({ page: name, complaints: complaints.splice(0) }).toEqual({
        page: name,
        complaints: [],
      });
    },
    leave: async () => {
      await context.close();
      expect(complaints).toEqual([]);
    },
  };
}

/** What the console says, what throws, what a policy stops and what is asked of another origin. */
async function listen(context: BrowserContext, origin: string): Promise<string[]> {
  const heard: string[] = [];
  await context.exposeBinding('tellViolation', (_source, text: string) => {
    heard.push(`policy: ${text}`);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { tellViolation } = globalThis as unknown as { tellViolation: (text: string) => void };
      tellViolation(`${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  context.on('console', (message) => {
    // A page with a status of its own, as 404, is told by the browser as a fault; the tests ask for the status.
    const isOwnStatus = message.location().url === message.page()?.url();
    if (isOwnStatus && message.text().startsWith('Failed to load resource')) return;
    heard.push(`console ${message.type()}: ${message.text()}`);
  });
  context.on('weberror', (event) => {
    heard.push(`error: ${event.error().message}`);
  });
  context.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`)) heard.push(`asked elsewhere: ${request.url()}`);
  });
  return heard;
}

async function holdAgainstPromises(name: string, page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const found = { light: await violations(page), dark: [] as string[], phone: [] as string[] };
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: `${pictures}/${name}.png`, ...asItIs });
  await page.emulateMedia({ colorScheme: 'dark' });
  found.dark = await violations(page, ['color-contrast']);
  await page.screenshot({ path: `${pictures}/${name}-dark.png`, ...asItIs });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(phone);
  found.phone = await violations(page, ofWidth);
  await page.screenshot({ path: `${pictures}/${name}-phone.png`, ...asItIs });
  const sideways = await tooWide(page);
  await page.setViewportSize(desk);
  expect({ page: name, ...found, sideways }).toEqual({
    ...{ page: name, light: [], dark: [], phone: [], sideways: 0 },
  });
}

const asItIs = { fullPage: true, caret: 'initial' } as const;

/** By how many pixels a page scrolls sideways. */
export function tooWide(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}

/** What axe finds, by these rules or by all. */
async function violations(page: Page, rules: readonly string[] = []): Promise<string[]> {
  const runOnly =
    rules.length === 0
      ? { type: 'tag' as const, values: tags }
      : { type: 'rule' as const, values: [...rules] };
  const { violations: all } = await page.evaluate(
    (given) => (globalThis as unknown as { axe: typeof axe }).axe.run(document, given),
    { runOnly, resultTypes: ['violations' as const] },
  );
  return all.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}
