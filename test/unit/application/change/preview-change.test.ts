import { describe, expect, test } from '@jest/globals';
import type { UserProduct } from '../../../../src/domain/user-product/user-product.js';
import { at } from '../../../support/domain/at.js';
import { startInMemory } from '../../../support/in-memory-process.js';
import { startProcess } from '../../../support/process.js';
import { newId } from '../../../support/stored/ids.js';
import { plainQuotes } from './plain-quotes.js';

async function begin() {
  const world = await startInMemory();
  const product = await world.subscribe();
  const quotes = plainQuotes(world.time);
  const useCases = startProcess(world.stores, world.time, { quotes });
  return { ...world, product, quotes, useCases };
}

describe('A preview', () => {
  test('is the decision, with a quote of it, and writes nothing', async () => {
    const { useCases, seeded, product, quotes, stored, time } = await begin();
    const before = await stored(product);
    const preview = await useCases.previewChange(seeded.request(product, 'digital'));
    if (preview?.allowed !== true) throw new Error('refused');
    expect(preview).toMatchObject({
      decision: { kind: 'upgrade', timing: 'immediately', effectiveAt: time.now() },
      quoteExpiresAt: time.now() + 60_000,
      timeZone: 'Europe/Stockholm',
    });
    expect(quotes.read(preview.quote)?.quote).toMatchObject({
      userProductId: product.id,
      version: 1,
      packageCode: 'digital',
      decidedAt: time.now(),
    });
    expect(await stored(product)).toEqual(before);
  });

  test('promises what the request then does', async () => {
    const { useCases, seeded, product, stored } = await begin();
    const asked = seeded.request(product, 'digital');
    const preview = await useCases.previewChange(asked);
    if (preview?.allowed !== true) throw new Error('refused');
    await useCases.requestChange({ ...asked, quote: preview.quote });
    const { successor, product: ended } = await stored(product);
    const id = ended.endedBy?.successorId ?? ended.id;
    const next: UserProduct = successor?.product ?? (await stored({ id })).product;
    expect(next.validTo).toBe(preview.decision.next.validTo);
  });

  test('tells why it would be refused', async () => {
    const { useCases, seeded, product } = await begin();
    expect(await useCases.previewChange(seeded.request(product, 'basic'))).toMatchObject({
      allowed: false,
      refusals: [{ reason: 'same_package' }],
    });
  });

  test('is of the period as it is by now, which it does not end', async () => {
    const { useCases, seeded, product, time, stored } = await begin();
    time.set(at('2026-06-16T00:00:00+02:00'));
    expect(await useCases.previewChange(seeded.request(product, 'lite'))).toMatchObject({
      decision: { effectiveAt: at('2026-07-01T00:00:00+02:00') },
    });
    expect((await stored(product)).product.version).toBe(1);
  });

  test('takes the period that the policy takes, and says which in its quote', async () => {
    const { useCases, seeded, product, quotes } = await begin();
    const asked = seeded.request(product, 'digital');
    const preview = await useCases.previewChange({ ...asked, periodId: null });
    if (preview?.allowed !== true) throw new Error('refused');
    expect(quotes.read(preview.quote)?.quote.periodId).toBe(asked.periodId);
  });

  test('of what is not there is nothing', async () => {
    const { useCases, seeded, product } = await begin();
    const asked = seeded.request(product, 'digital');
    for (const other of [
      { organisationId: newId() },
      { accountId: newId() },
      { userProductId: newId() },
      { packageCode: 'nothing' },
      { periodId: newId() },
    ]) {
      expect(await useCases.previewChange({ ...asked, ...other } as typeof asked)).toBeNull();
    }
  });
});
