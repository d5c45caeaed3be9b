import type { UserProductId } from '../../../../../src/domain/ids.js';
import { describe, expect, test } from '@jest/globals';
import { startPortalPages } from '../../../../support/portal-pages.js';
import { readableText } from '../../../../support/page-text.js';
import { newId } from '../../../../support/stored/ids.js';

const offer = { portal: { offer: ['lite', 'digital', 'premium'] } };
const none = { reasonId: null, creditInvoiceIfSent: false };

describe('The page of a subscription', () => {
  test('that renews says when and for how much, and offers to change and to cancel', async () => {
    const world = await startPortalPages(offer);
    const text = await world.text('subscription', await world.subscribe());
    expect(text).toContain('Active Renews on 1 May 2026 for SEK 100.00.');
    expect(text).toContain('Price SEK 100.00 per month');
    expect(text).toMatch(/Change Cancel contracts here$/);
  });

  test('whose change waits says from what to what, and that nothing changes until then', async () => {
    const world = await startPortalPages(offer);
    const product = await world.subscribe();
    await world.useCases.requestChange(world.seeded.request(product, 'lite'));
    const text = await world.text('subscription', product);
    expect(text).toContain('From basic to lite on 1 May 2026. Until then nothing changes.');
    expect(text).toContain('Undo the change');
    expect(text).toContain('16 April 2026 Change to lite ordered, for 1 May 2026');
  });

  test('whose change could not be made says why, and on what it stays', async () => {
    const world = await startPortalPages(offer);
    const product = await world.subscribe();
    await world.useCases.requestChange(world.seeded.request(product, 'lite'));
    await world.seeded.editPackage('lite', (it) => ({ ...it, archived: true }));
    world.moveTo('2026-05-02T00:00:00+02:00');
    const text = await world.text('subscription', product);
    expect(text).toContain('The change to lite could not be made on 1 May 2026');
    expect(text).toContain('You stay on basic.');
  });

  test('that is cancelled says its last day and why it cannot be changed', async () => {
    const world = await startPortalPages(offer);
    const product = await world.subscribe();
    await world.useCases.cancelUserProduct(world.keyOf(product), none);
    const text = await world.text('subscription', product);
    expect(text).toContain('Runs until 30 April 2026, then it ends.');
    expect(text).toContain('It is cancelled, so it cannot be changed.');
    expect(text).toMatch(/Keep this subscription$/);
  });

  test('that has ended says when, and offers nothing', async () => {
    const world = await startPortalPages(offer);
    const product = await world.subscribe();
    await world.useCases.cancelUserProduct(world.keyOf(product), none);
    world.moveTo('2026-06-01T00:00:00+02:00');
    const html = await world.html('subscription', product);
    expect(readableText(html)).toContain('Ended on 1 May 2026, as it was cancelled.');
    expect(html).not.toContain('class="action');
    expect(html).not.toContain('<figure');
  });

  test.each([
    ['pending', 'It has not begun yet.'],
    ['frozen', 'It is paused.'],
  ] as const)('that is %s is read only, and says so: %s', async (state, said) => {
    const world = await startPortalPages(offer);
    const html = await world.html('subscription', await world.subscribe({ edits: { state } }));
    expect(readableText(html)).toContain(said);
    expect(html).not.toContain('class="action');
  });

  test('that does not renew says so', async () => {
    const world = await startPortalPages(offer);
    const text = await world.text('subscription', await world.subscribe({ type: 'limited' }));
    expect(text).toContain('Runs until 30 April 2026. It does not renew.');
  });

  test('is not there for what is none, or somebody else’s', async () => {
    const world = await startPortalPages(offer);
    const [product, other] = [await world.subscribe(), await world.subscribe()];
    for (const id of ['x', newId<UserProductId>(), other.id]) {
      expect(await world.ask('subscription', product, { params: { id } })).toEqual({
        answer: 'failed',
        failure: 'unknown_page',
      });
    }
  });
});
