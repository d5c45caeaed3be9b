import { gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { askPage } from './ask-page.js';
import { openConsoleSuite } from './console-suite.js';

const { app, operator, shop } = openConsoleSuite();

/** What a page and all that it loads weigh, as sent to a browser that takes gzip. */
const weighed = async ({ html }: { readonly html: string }) => {
  const addresses = [...html.matchAll(/(?:src|href)="([^"]+\.(?:js|css|svg)(?:\?[^"]*)?)"/g)];
  const loaded = await Promise.all(
    addresses.map(async ([, path = '']) => {
      const { status, html: text } = await askPage(app().port, { path });
      expect([path, status]).toEqual([path, 200]);
      return { path, bytes: gzipSync(text).length };
    }),
  );
  const scripts = loaded.filter(({ path }) => path.endsWith('.js'));
  const sum = (of: readonly { readonly bytes: number }[]) =>
    of.reduce((total, { bytes }) => total + bytes, 0);
  return { scripts: sum(scripts), all: gzipSync(html).length + sum(loaded), files: loaded.length };
};

// docs/spec/pages.md §2
test('A page of the portal has 4 kB of script at most, and 30 kB in all', async () => {
  const product = await shop().subscribes(true);
  const { see, offered } = await app().browser(product);
  const { confirm } = await offered(product.id);
  for (const page of [await see('/portal'), confirm]) {
    const { scripts, all, files } = await weighed(page);
    expect(scripts).toBeGreaterThan(100);
    expect(scripts).toBeLessThanOrEqual(4_000);
    expect(all).toBeLessThanOrEqual(30_000);
    expect(files).toBe(4);
  }
});

test('A page of the console has 20 kB of script at most', async () => {
  const { see } = await operator({ role: 'owner' });
  const { scripts } = await weighed(await see(`/console/${shop().organisationId}/today`));
  expect(scripts).toBeGreaterThan(100);
  expect(scripts).toBeLessThanOrEqual(20_000);
});
