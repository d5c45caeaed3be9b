import { describe, expect, test } from '@jest/globals';
import { startInMemory } from '../../../support/in-memory-process.js';
import { newId } from '../../../support/stored/ids.js';

const noReason = { reasonId: null, creditInvoiceIfSent: false };

async function begin() {
  const world = await startInMemory();
  const product = await world.subscribe();
  const key = world.keyOf(product);
  const { useCases } = world;
  return {
    ...world,
    product,
    key,
    row: async () => (await world.stored(product)).product,
    writes: {
      'cancelling it': (of = key) => useCases.cancelUserProduct(of, noReason),
      'reactivating it': (of = key) => useCases.reactivateUserProduct(of, null),
      'editing it': (of = key) => useCases.editUserProduct(of, { subscriptionNumber: 'S 7' }),
      'taking its change back': (of = key) => useCases.cancelPendingChange(of, null),
    },
  };
}

const names = ['cancelling it', 'reactivating it', 'editing it', 'taking its change back'] as const;
const refused = (reason: string) => ({ ok: false, failure: 'refused', refusals: [{ reason }] });

describe('Writes on a user product', () => {
  test('do what they say, and answer its id', async () => {
    const { writes, row, product, useCases, seeded } = await begin();
    const done = { ok: true, id: product.id };
    expect(await writes['cancelling it']()).toMatchObject(done);
    expect((await row()).state).toBe('cancelled');
    expect(await writes['reactivating it']()).toMatchObject(done);
    expect((await row()).state).toBe('activated');
    expect(await writes['editing it']()).toMatchObject(done);
    expect((await row()).subscriptionNumber).toBe('S 7');
    await useCases.requestChange(seeded.request(product, 'lite'));
    expect(await writes['taking its change back']()).toMatchObject(done);
    expect((await row()).pendingChange).toBeNull();
  });

  test.each(names)('of a change that has ended it are refused: %s', async (name) => {
    const { writes, row, product, useCases, seeded } = await begin();
    await useCases.requestChange(seeded.request(product, 'digital'));
    const { version, endedBy } = await row();
    expect(await writes[name]()).toMatchObject({
      refusals: [{ reason: 'user_product_ended', facts: { successor_id: endedBy?.successorId } }],
    });
    expect((await row()).version).toBe(version);
  });

  test.each(
    names.flatMap((name) =>
      ['organisationId', 'accountId', 'userProductId'].map((part) => [name, part] as const),
    ),
  )('are not found, and write nothing: %s by another %s', async (name, part) => {
    const { writes, row, product, key } = await begin();
    expect(await writes[name]({ ...key, [part]: newId() })).toEqual({
      ok: false,
      failure: 'not_found',
    });
    expect(await row()).toEqual(product);
  });

  test.each([
    ['reactivating it', 'user_product_not_cancelled'],
    ['taking its change back', 'no_pending_change'],
  ] as const)('are refused by the domain’s rules: %s', async (name, reason) => {
    const { writes } = await begin();
    expect(await writes[name]()).toMatchObject(refused(reason));
  });

  test('are under their guards', async () => {
    const { useCases, key } = await begin();
    const stale = { keyed: null, ifMatch: [9], answerOf: () => ({ status: 200, body: '' }) };
    expect(await useCases.cancelUserProduct(key, noReason, stale)).toEqual({
      ok: false,
      failure: 'version_mismatch',
    });
  });
});
