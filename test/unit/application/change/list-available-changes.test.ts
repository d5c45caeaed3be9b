import { describe, expect, test } from '@jest/globals';
import { startInMemory } from '../../../support/in-memory-process.js';
import { newId } from '../../../support/stored/ids.js';

const codes = ['premium', 'lite', 'basic', 'nothing', 'digital', 'lite'];

async function begin() {
  const world = await startInMemory();
  const product = await world.subscribe();
  const query = { ...world.keyOf(product), packageCodes: codes, mayNamePeriod: false };
  return { ...world, product, query, list: world.useCases.listAvailableChanges };
}

describe('What a customer may change to', () => {
  test('is what would be accepted, each once, in the order asked for', async () => {
    const { list, query } = await begin();
    expect(await list(query)).toEqual({ upgrades: ['premium', 'digital'], downgrades: ['lite'] });
  });

  test('is not what a request for it is refused', async () => {
    const { list, query, seeded, product, useCases } = await begin();
    await seeded.editPackage('digital', (it) => ({ ...it, archived: true }));
    expect(await list(query)).toEqual({ upgrades: ['premium'], downgrades: ['lite'] });
    expect(await useCases.requestChange(seeded.request(product, 'digital'))).toMatchObject({
      ok: false,
      refusals: [{ reason: 'target_not_on_sale' }],
    });
  });

  test('is what waits already, as it waits, whatever the catalogue says of it by now', async () => {
    const { list, query, seeded, product, useCases } = await begin();
    const asked = seeded.request(product, 'lite');
    await useCases.requestChange(asked);
    await seeded.editPackage('lite', (it) => ({ ...it, rank: 40, archived: true, periods: [] }));
    const named = { ...query, mayNamePeriod: true };
    expect(await list(named)).toEqual({ upgrades: ['premium', 'digital'], downgrades: ['lite'] });
    expect(await useCases.requestChange(asked)).toMatchObject({ ok: true, id: product.id });
  });

  test('is what has ended the user product, and nothing else', async () => {
    const { list, query, seeded, product, useCases } = await begin();
    await useCases.requestChange(seeded.request(product, 'digital'));
    expect(await list(query)).toEqual({ upgrades: ['digital'], downgrades: [] });
  });

  test('is nothing for one that is cancelled', async () => {
    const { list, query, useCases } = await begin();
    await useCases.cancelUserProduct(query, { reasonId: null, creditInvoiceIfSent: false });
    expect(await list(query)).toEqual({ upgrades: [], downgrades: [] });
  });

  test('is read from the catalogue as it is now, not as it is remembered', async () => {
    const { list, query, seeded } = await begin();
    await list(query);
    await seeded.editPackage('premium', (it) => ({ ...it, archived: true }));
    expect((await list(query))?.upgrades).toEqual(['digital']);
  });

  test('is no package whose periods are all refused, where the customer may name one', async () => {
    const { list, query, seeded } = await begin();
    await seeded.editPackage('digital', (it) => ({
      ...it,
      periods: it.periods.map((period, index) => ({ ...period, enabled: index > 0 })),
    }));
    const named = await list({ ...query, mayNamePeriod: true });
    expect(named).toEqual({ upgrades: ['premium'], downgrades: ['lite'] });
    expect(await list({ ...query, mayNamePeriod: true, packageCodes: [] })).toEqual({
      upgrades: [],
      downgrades: [],
    });
  });

  test.each(['organisationId', 'accountId', 'userProductId'])(
    'is unknown for another %s',
    async (name) => {
      const { list, query } = await begin();
      expect(await list({ ...query, [name]: newId() })).toBeNull();
    },
  );
});
