import { describe, expect, test } from '@jest/globals';
import { startPortalPages } from '../../../../support/portal-pages.js';
import { choicesIn, hiddenIn, readableText } from '../../../../support/page-text.js';

const tiers = [
  { code: 'basic' },
  { code: 'digital' },
  { code: 'premium', changeTiming: 'end_of_period' as const },
];

describe('The confirm page', () => {
  const confirming = async (given: Parameters<typeof startPortalPages>[0], pick = 0) => {
    const world = await startPortalPages(given);
    const tierId = given?.tiers === undefined ? null : world.tierOf('basic').id;
    const product = await world.subscribe({ edits: { tierId } });
    const choice = choicesIn(await world.html('change', product))[pick] ?? '';
    return {
      world,
      product,
      choice,
      html: await world.html('confirm', product, { query: { choice } }),
    };
  };

  test('says all that there is to know, and the price once more before the button', async () => {
    const { html, product, choice } = await confirming({
      tiers,
      pages: { pricesIncludeVat: false },
    });
    const text = readableText(html);
    expect(text).toContain('From basic To digital When At once Now You pay SEK 150.00 now.');
    expect(text).toContain('SEK 200.00 for the new period − SEK 50.00 credited.');
    expect(text).toContain('Then SEK 200.00 per month, excl. VAT, again on 16 May 2026 and so on');
    expect(text).toMatch(/SEK 200\.00 per month, excl\. VAT Order with obligation to pay Not now$/);
    expect(hiddenIn(html)).toMatchObject({ version: '1', choice });
    expect(html).toContain(`action="/portal/subscriptions/${product.id}/change"`);
  });

  test('has one button whose words stand alone', async () => {
    const { html } = await confirming({ tiers });
    expect(html.match(/<button/g)).toHaveLength(1);
    expect(html).toContain(
      '<button class="action first" type="submit">Order with obligation to pay</button>',
    );
  });

  test('to a business says what happens', async () => {
    const { html } = await confirming({ tiers, portal: { wording: 'business' } });
    expect(html).toContain('>Change to digital</button>');
  });

  test('knows how long what it says is good', async () => {
    const { html } = await confirming({ tiers });
    expect(html).toContain('data-quote-seconds="900"');
  });

  test('has another key each time', async () => {
    const { world, product, choice, html } = await confirming({ tiers });
    const again = await world.html('confirm', product, { query: { choice } });
    expect(hiddenIn(again).key).not.toBe(hiddenIn(html).key);
  });
});
