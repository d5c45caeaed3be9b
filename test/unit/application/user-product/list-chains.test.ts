import { beforeEach, describe, expect, test } from '@jest/globals';
import type { ListChainsQuery } from '../../../../src/application/user-product/subscription-chain.js';
import type { UserProduct } from '../../../../src/domain/user-product/user-product.js';
import type { AccountId, OrganisationId } from '../../../../src/domain/ids.js';
import { type InMemoryProcess, startInMemory } from '../../../support/in-memory-process.js';
import { at } from '../../../support/organisation.js';
import { newId } from '../../../support/stored/ids.js';

let world: InMemoryProcess;
let rows: readonly UserProduct[];
beforeEach(async () => {
  world = await startInMemory();
  const made: UserProduct[] = [];
  for (let count = 0; count < 3; count += 1) made.push(await world.subscribe());
  rows = made.toSorted((a, b) => (a.id < b.id ? -1 : 1));
});

const list = async (given: Partial<ListChainsQuery> = {}) => {
  const listed = await world.useCases.listChains({
    organisationId: world.organisationId,
    accountId: null,
    state: null,
    direction: 'asc',
    page: 1,
    limit: 30,
    ...given,
  });
  const { items = [], totalItems = -1 } = listed?.chains ?? {};
  return { ids: items.map(({ id }) => id), items, totalItems };
};
const idsOf = (products: readonly UserProduct[]) => products.map((it) => it.subscriptionId);
const cancel = (product: UserProduct) =>
  world.useCases.cancelUserProduct(world.keyOf(product), {
    reasonId: null,
    creditInvoiceIfSent: false,
  });
const upgrade = async (product: UserProduct) => {
  const result = await world.useCases.requestChange(world.seeded.request(product, 'premium'));
  if (!result.ok || !('id' in result)) throw new Error('the change was refused');
  return result.id;
};

describe('The subscriptions of an organisation', () => {
  test('are listed by their ids, page by page, either way', async () => {
    expect(await list()).toMatchObject({ ids: idsOf(rows), totalItems: 3 });
    expect(await list({ page: 2, limit: 2 })).toMatchObject({
      ids: idsOf(rows.slice(2)),
      totalItems: 3,
    });
    expect((await list({ direction: 'desc', limit: 1 })).ids).toEqual(idsOf(rows.slice(2)));
    expect(await list({ limit: 0 })).toMatchObject({ ids: [], totalItems: 3 });
  });

  test('stand there once whatever they became, as what they are now', async () => {
    const [row] = rows;
    if (row === undefined) throw new Error('there is none');
    const id = await upgrade(row);
    const { items, totalItems } = await list();
    expect(totalItems).toBe(3);
    expect(items[0]).toMatchObject({
      id: row.id,
      accountId: row.accountId,
      createdAt: row.createdAt,
      last: { id, packageCode: 'premium', state: 'activated' },
    });
  });

  test('are those of one account where that is named', async () => {
    const [row] = rows;
    const second = await world.subscribe({ edits: { accountId: row?.accountId ?? newId() } });
    const ids = [row?.id ?? '', second.id].toSorted();
    const accountId = second.accountId;
    expect(await list({ accountId })).toMatchObject({ ids, totalItems: 2 });
    expect(await list({ accountId, page: 2, limit: 1 })).toMatchObject({ ids: ids.slice(1) });
    expect(await list({ accountId: newId<AccountId>() })).toMatchObject({ ids: [], totalItems: 0 });
  });

  test.each(['all', 'one'] as const)('are those in one state, of %s accounts', async (of) => {
    const [row, other] = rows;
    if (row === undefined || other === undefined) throw new Error('there is none');
    await upgrade(row);
    const accountId = of === 'all' ? null : row.accountId;
    await cancel(other);
    const active = of === 'all' ? idsOf(rows.filter((it) => it !== other)) : [row.id];
    expect((await list({ accountId, state: 'activated' })).ids).toEqual(active);
    expect((await list({ accountId, state: 'deactivated' })).ids).toEqual([]);
    const cancelled = of === 'all' ? [other.id] : [];
    expect((await list({ accountId, state: 'cancelled' })).ids).toEqual(cancelled);
  });

  test('are as they are now: what is due is applied, and what is in another state by then left out', async () => {
    const [row] = rows;
    if (row === undefined) throw new Error('there is none');
    await cancel(row);
    world.time.set(at('2026-05-02T00:00:00+02:00'));
    expect((await list({ state: 'cancelled' })).ids).toEqual([]);
    expect((await list()).items[0]?.last.state).toBe('deactivated');
    expect((await list()).items[1]?.last.validTo).toBe(at('2026-06-01T00:00:00+02:00'));
  });

  test('are none of an organisation that is unknown', async () => {
    expect((await list({ organisationId: newId<OrganisationId>() })).totalItems).toBe(-1);
  });
});
