import { beforeEach, describe, expect, test } from '@jest/globals';
import {
  type LoadUserProduct,
  makeLoadUserProduct,
} from '../../../../src/application/commit/load-user-product.js';
import {
  SetAsideError,
  UnreadableUserProductError,
} from '../../../../src/application/ports/failures.js';
import type { UserProduct } from '../../../../src/domain/user-product/user-product.js';
import { openMemoryStores } from '../../../support/memory-stores/open-memory-stores.js';
import { buildEndingCommit } from '../../../support/stored/build-commit.js';
import { buildRow } from '../../../support/stored/build-row.js';
import { newId } from '../../../support/stored/ids.js';

let stores: ReturnType<typeof openMemoryStores>;
let load: LoadUserProduct;
beforeEach(() => {
  stores = openMemoryStores();
  load = makeLoadUserProduct({ ...stores, setAside });
});

const unreadable: unknown[] = [];
const setAside = {
  unreadable: (it: unknown) => {
    unreadable.push(it);
    return Promise.resolve();
  },
};

const keyOf = ({ organisationId, accountId, id }: UserProduct) => ({
  organisationId,
  accountId,
  userProductId: id,
});
const inserted = async (): Promise<UserProduct> => {
  const row = buildRow();
  await stores.userProducts.insert(row.organisationId, { product: row, outbox: [] });
  return row;
};
/** Ended by a change whose process died before it inserted the successor. */
const halfDone = async () => {
  const row = await inserted();
  const write = buildEndingCommit(row);
  await stores.userProducts.commit(row.organisationId, write);
  return { row, next: write.next, successor: write.successor };
};

describe('Loading a user product', () => {
  test('gives the row as it is', async () => {
    const row = await inserted();
    expect(await load(keyOf(row))).toMatchObject({ product: row, outbox: [], successor: null });
  });

  test.each([
    ['another account', { accountId: newId() }],
    ['another organisation', { organisationId: newId() }],
    ['one that is not there', { userProductId: newId() }],
  ])('gives nothing to %s', async (_, other) => {
    const row = await inserted();
    expect(await load({ ...keyOf(row), ...other } as ReturnType<typeof keyOf>)).toBeNull();
  });

  test('of one that holds its successor inserts that first', async () => {
    const { row, next, successor } = await halfDone();
    expect(await load(keyOf(row))).toMatchObject({ product: next, successor: null });
    const found = await stores.userProducts.find(row.organisationId, successor.product.id);
    expect(found).toMatchObject(successor);
  });

  test('that is missed finds it as a successor, and inserts it', async () => {
    const { successor } = await halfDone();
    expect(await load(keyOf(successor.product))).toMatchObject(successor);
  });

  test('that is missed as a successor gives nothing to another account', async () => {
    const { successor } = await halfDone();
    expect(await load({ ...keyOf(successor.product), accountId: newId() })).toBeNull();
  });

  test('that is inserted between the two reads finds it all the same', async () => {
    const { row, successor } = await halfDone();
    const { userProducts } = stores;
    const racing = makeLoadUserProduct({
      setAside,
      userProducts: {
        ...userProducts,
        findBySuccessor: async (organisationId) => {
          await userProducts.insert(organisationId, successor);
          const released = { organisationId, limit: 10 };
          await stores.outboxes.releaseInserted(released);
          return userProducts.findBySuccessor(organisationId, successor.product.id);
        },
      },
    });
    expect(await racing(keyOf(successor.product))).toMatchObject(successor);
    expect((await userProducts.find(row.organisationId, row.id))?.successor).toBeNull();
  });

  test('that cannot be read sets it aside, and is nothing to another account', async () => {
    const row = await inserted();
    const found = { id: row.id, organisationId: row.organisationId, accountId: row.accountId };
    const failing = makeLoadUserProduct({
      setAside,
      userProducts: {
        ...stores.userProducts,
        find: () => Promise.reject(new UnreadableUserProductError({ ...found, error: 'why' })),
      },
    });
    await expect(failing(keyOf(row))).rejects.toThrow(SetAsideError);
    expect(await failing({ ...keyOf(row), accountId: newId() })).toBeNull();
    expect(unreadable).toEqual(Array(2).fill({ ...found, error: 'why' }));
  });
});
