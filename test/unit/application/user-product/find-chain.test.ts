import { beforeEach, describe, expect, test } from '@jest/globals';
import type { AccountId, SubscriptionId } from '../../../../src/domain/ids.js';
import type { UserProduct } from '../../../../src/domain/user-product/user-product.js';
import { type InMemoryProcess, startInMemory } from '../../../support/in-memory-process.js';
import { newId } from '../../../support/stored/ids.js';

let world: InMemoryProcess;
let row: UserProduct;
beforeEach(async () => {
  world = await startInMemory();
  row = await world.subscribe();
});
const find = async (subscriptionId: SubscriptionId, accountId: AccountId | null = null) => {
  const { organisationId } = world;
  const found = await world.useCases.findChain({ organisationId, subscriptionId, accountId });
  return found?.chain ?? null;
};

describe('One subscription', () => {
  test('is found by its id, also within the account that it is of', async () => {
    const chain = { id: row.subscriptionId, accountId: row.accountId, createdAt: row.createdAt };
    expect(await find(row.subscriptionId)).toMatchObject({ ...chain, last: { id: row.id } });
    expect(await find(row.subscriptionId, row.accountId)).toMatchObject(chain);
  });

  test('is what it became', async () => {
    await world.useCases.requestChange(world.seeded.request(row, 'premium'));
    const found = await find(row.subscriptionId);
    expect(found?.last).toMatchObject({ packageCode: 'premium', subscriptionId: row.id });
    expect(found?.createdAt).toBe(row.createdAt);
  });

  test('is not found by another account, by another id, or by that of what follows', async () => {
    const other = await world.subscribe();
    expect(await find(row.subscriptionId, other.accountId)).toBeNull();
    expect(await find(row.subscriptionId, newId<AccountId>())).toBeNull();
    expect(await find(newId<SubscriptionId>())).toBeNull();
    await world.useCases.requestChange(world.seeded.request(row, 'premium'));
    const last = (await find(row.subscriptionId))?.last.id;
    expect(await find(last as string as SubscriptionId)).toBeNull();
  });
});
