import { describe, expect, test } from '@jest/globals';
import { newId } from '../../../../support/stored/ids.js';
import { startPortalPages } from '../../../../support/portal-pages.js';
import { readableText } from '../../../../support/page-text.js';

describe('The first page', () => {
  test('has a card for each subscription, with what it is and what becomes of it', async () => {
    const world = await startPortalPages({ pages: { pricesIncludeVat: true } });
    const product = await world.subscribe();
    const { accountId } = product;
    await world.subscribe({ code: 'lite', type: 'limited', edits: { accountId } });
    const text = await world.text('home', product);
    for (const card of [
      'basic Active SEK 100.00 per month, incl. VAT Renews on 1 May 2026 for SEK 100.00.',
      'lite Active, without renewal SEK 50.00 per month, incl. VAT Runs until 30 April 2026. It does not renew.',
    ]) {
      expect(text).toContain(card);
    }
  });

  test('has those that are over folded away, and of a chain its last alone', async () => {
    const world = await startPortalPages();
    const product = await world.subscribe();
    const { accountId } = product;
    const over = await world.subscribe({ code: 'lite', edits: { accountId } });
    await world.useCases.cancelUserProduct(world.keyOf(over), {
      reasonId: null,
      creditInvoiceIfSent: false,
    });
    await world.useCases.requestChange(world.seeded.request(product, 'digital'));
    world.moveTo('2026-06-01T00:00:00+02:00');
    const html = await world.html('home', product);
    expect(readableText(html)).toContain('1 ended subscription lite');
    expect(html.match(/<h2>/g)).toHaveLength(2);
    expect(html).toMatch(/<details.*lite.*<\/details>/);
  });

  test('says that there is nothing where there is nothing', async () => {
    const world = await startPortalPages();
    const product = { ...(await world.subscribe()), accountId: newId<never>() };
    expect(await world.text('home', product)).toBe(
      'Your subscriptions You have no subscriptions here.',
    );
  });
});
