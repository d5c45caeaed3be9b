import { describe, expect, test } from '@jest/globals';
import { makeReadOrganisationContext } from '../../../../src/application/catalogue/read-organisation-context.js';
import { makeOrganisationNow } from '../../../../src/application/clock/organisation-now.js';
import { BusyError } from '../../../../src/application/ports/failures.js';
import type { UserProductStore } from '../../../../src/application/ports/user-product-store.js';
import { makeApplyDue } from '../../../../src/application/user-product/apply-due.js';
import { makeReadAccountRows } from '../../../../src/application/user-product/read-account-rows.js';
import { makeLoadUserProduct } from '../../../../src/application/commit/load-user-product.js';
import { at } from '../../../support/domain/at.js';
import { buildEndingCommit } from '../../../support/stored/build-commit.js';
import { newId } from '../../../support/stored/ids.js';
import { makeAttemptsWorld } from '../commit/attempts-world.js';

async function begin(changed: Partial<UserProductStore> = {}) {
  const world = await makeAttemptsWorld();
  const { stores, time, organisationId, product } = world;
  const userProducts = { ...stores.userProducts, ...changed };
  const deps = {
    ...stores,
    userProducts,
    readContext: makeReadOrganisationContext({ ...stores, clock: time }),
    organisationNow: makeOrganisationNow({ ...stores, clock: time }),
    setAside: world.setAside,
    load: makeLoadUserProduct({ ...stores, setAside: world.setAside }),
    applyDue: makeApplyDue({ ...world, ids: stores.ids }),
  };
  const { accountId } = product;
  const read = async (of: { accountId?: typeof accountId } = {}) =>
    makeReadAccountRows(deps)({ organisationId, accountId, ...of });
  const codes = async () =>
    (await read())?.rows.map((it) => `${it.product.packageCode} ${it.product.state}`);
  return { ...world, deps, read, codes };
}

describe('The rows of an account', () => {
  test('are read with what is due applied', async () => {
    const { read, time } = await begin();
    time.set(at('2026-06-01T00:00:00+02:00'));
    expect((await read())?.rows.map((it) => it.product.version)).toEqual([3]);
  });

  test('are read with a successor that was not inserted yet', async () => {
    const { codes, stores, product, organisationId } = await begin();
    const write = buildEndingCommit(product);
    const endedBy = {
      ...{ changeId: newId<never>(), successorId: write.successor.product.id },
      answerId: write.successor.product.id,
      target: {
        packageId: product.packageId,
        packageCode: 'basic',
        period: product.soldPeriod,
        quantity: 1,
        tierId: null,
      },
      behaviour: 'default' as const,
      terms: null,
      documents: null,
    };
    const next = { ...write.next, endedBy };
    await stores.userProducts.commit(organisationId, { ...write, next });
    expect(await codes()).toEqual(['basic deactivated', 'basic activated']);
  });

  test('have what ended before what followed it, in one instant', async () => {
    const { codes, useCases, seeded, product } = await begin();
    await useCases.requestChange(seeded.request(product, 'digital'));
    expect(await codes()).toEqual(['basic deactivated', 'digital activated']);
  });

  test('that were read in the middle of a change are read again', async () => {
    let isFirst = true;
    const { deps, product, organisationId, stores } = await begin();
    const userProducts = {
      ...stores.userProducts,
      listByAccount: async (...given: Parameters<UserProductStore['listByAccount']>) => {
        const rows = await stores.userProducts.listByAccount(...given);
        if (!isFirst) return rows;
        isFirst = false;
        // As if the successor had been seen, and its source as it was before.
        return rows.flatMap((it) => [
          it,
          { ...it, product: { ...it.product, id: newId<never>() } },
        ]);
      },
    };
    const read = makeReadAccountRows({ ...deps, userProducts });
    const found = await read({ organisationId, accountId: product.accountId });
    expect(found?.rows).toHaveLength(1);
  });

  test('that are never whole are too busy', async () => {
    const { deps, product, organisationId, stores } = await begin();
    const userProducts = {
      ...stores.userProducts,
      listByAccount: async (...given: Parameters<UserProductStore['listByAccount']>) => {
        const rows = await stores.userProducts.listByAccount(...given);
        return [...rows, ...rows];
      },
    };
    const read = makeReadAccountRows({ ...deps, userProducts });
    const asked = { organisationId, accountId: product.accountId };
    await expect(read(asked)).rejects.toThrow(BusyError);
  });

  test('are none of an account without any, and unknown of none', async () => {
    const { read, stores, organisationId } = await begin();
    const id = newId<never>();
    expect(await read({ accountId: id })).toBeNull();
    await stores.accounts.insertMany(organisationId, [{ id, customerNumber: null }]);
    expect((await read({ accountId: id }))?.rows).toEqual([]);
  });
});
