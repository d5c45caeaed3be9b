import { describe, expect, test } from '@jest/globals';
import { startPortalPages } from '../../../../support/portal-pages.js';
import { choicesIn, readableText } from '../../../../support/page-text.js';

const offer = { portal: { offer: ['lite', 'basic', 'digital'] } };
const tiers = [
  { code: 'basic' },
  { code: 'digital' },
  { code: 'premium', changeTiming: 'end_of_period' as const },
];

describe('The options', () => {
  test('of an offer say of each what it costs, when, what is paid now, and what then', async () => {
    const world = await startPortalPages(offer);
    const text = await world.text('change', await world.subscribe());
    expect(text).toContain('You have basic, SEK 100.00 per month.');
    expect(text).toContain(
      'lite Downgrade: SEK 50.00 per month From 1 May 2026 Nothing is paid or credited now. Then it renews on 1 June 2026.',
    );
    expect(text).toContain(
      'digital Upgrade: SEK 200.00 per month At once SEK 50.00 left is carried over as time',
    );
    expect(text).toContain('Not from what you have basic : You have this.');
  });

  test('of a group stand by position, what is paid now beside each', async () => {
    const world = await startPortalPages({ tiers });
    const product = await world.subscribe({ edits: { tierId: world.tierOf('basic').id } });
    const html = await world.html('change', product);
    const text = readableText(html);
    expect(choicesIn(html)).toHaveLength(2);
    // 15 of 30 days of 100.00 are given back: 200.00 − 50.00.
    expect(text).toContain('At once You pay SEK 150.00 now.');
    expect(text.indexOf('digital Upgrade')).toBeLessThan(text.indexOf('premium Upgrade'));
  });

  test('say that they replace what waits', async () => {
    const world = await startPortalPages(offer);
    const product = await world.subscribe();
    await world.useCases.requestChange(world.seeded.request(product, 'lite'));
    expect(await world.text('change', product)).toContain(
      'What you order here replaces the change to lite on 1 May 2026.',
    );
  });

  test('are none where there is nothing to choose', async () => {
    const world = await startPortalPages();
    const product = await world.subscribe();
    expect(await world.ask('change', product)).toEqual({
      answer: 'see',
      path: `/portal/subscriptions/${product.id}`,
    });
  });
});
