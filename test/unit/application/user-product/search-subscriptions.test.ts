import { describe, expect, test } from '@jest/globals';
import type { SubscriptionQuery } from '../../../../src/application/user-product/search-subscriptions.js';
import { parseDay } from '../../../../src/domain/time/civil-time.js';
import { startInMemory } from '../../../support/in-memory-process.js';
import { newId } from '../../../support/stored/ids.js';

const everything: SubscriptionQuery = {
  named: null,
  state: null,
  packageCode: null,
  groupId: null,
  dueDay: null,
  needs: null,
};

describe('A search for subscriptions', () => {
  async function start() {
    const process = await startInMemory();
    const product = await process.subscribe();
    const found = async (query: Partial<SubscriptionQuery>) => {
      const searched = await process.useCases.searchSubscriptions({
        ...{ ...everything, ...query },
        ...{ organisationId: process.organisationId, before: null, limit: 9 },
      });
      return searched?.found.items.map((it) => it.product.id);
    };
    return { ...process, product, found };
  }

  test('goes by the package’s code and by the civil day of the period’s end', async () => {
    const { product, found } = await start();
    expect(await found({ packageCode: 'basic' })).toEqual([product.id]);
    expect(await found({ packageCode: 'lite' })).toEqual([]);
    expect(await found({ dueDay: parseDay('2026-05-01') })).toEqual([product.id]);
    expect(await found({ dueDay: parseDay('2026-04-30') })).toEqual([]);
  });

  test('for a package or a group that there is not finds nothing', async () => {
    const { found } = await start();
    expect(await found({ packageCode: 'none' })).toEqual([]);
    expect(await found({ groupId: newId() })).toEqual([]);
  });

  test('finds what was set aside', async () => {
    const { product, found, stores, organisationId } = await start();
    expect(await found({ needs: 'set_aside' })).toEqual([]);
    await stores.userProducts.block(organisationId, product.id, 'any');
    expect(await found({ needs: 'set_aside' })).toEqual([product.id]);
    expect(await found({ needs: 'failed_change' })).toEqual([]);
  });

  test('of an organisation that is unknown is none', async () => {
    const { useCases } = await start();
    const asked = { ...everything, organisationId: newId<never>(), before: null, limit: 9 };
    expect(await useCases.searchSubscriptions(asked)).toBeNull();
  });
});
