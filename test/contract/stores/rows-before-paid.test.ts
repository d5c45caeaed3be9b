import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { OrganisationId, UserProductId } from '../../../src/domain/ids.js';
import { paidFor } from '../../../src/domain/user-product/paid.js';
import { driverCollection } from '../../../src/storage/driver-collection.js';
import { objectIdOf } from '../../../src/storage/mappers/values.mapper.js';
import { openStores, type Stores } from '../../../src/storage/open-stores.js';
import { openDatabase, type TestDatabase } from '../../support/database.js';
import { at, stockholm } from '../../support/domain/at.js';
import { money, sek } from '../../support/domain/build-package.js';
import { buildCommit, buildEndingCommit } from '../../support/stored/build-commit.js';
import { fullEntry } from '../../support/stored/build-entry.js';
import { buildRow } from '../../support/stored/build-row.js';
import { newId } from '../../support/stored/ids.js';

describe('Rows of before it was kept what was paid', () => {
  let database: TestDatabase;
  let stores: Stores;
  beforeAll(async () => {
    database = await openDatabase();
    stores = openStores(database);
    await stores.database.ensureIndexes();
  });
  afterAll(() => database.close());

  const beforePaid = async (organisationId: OrganisationId) => {
    await stores.organisations.save({
      id: organisationId,
      name: 'old',
      timeZone: stockholm,
      currency: sek,
      live: false,
      prorationGrain: 'day',
    });
    const collection = driverCollection(database.models.userProducts);
    const unset = { paid: '', 'successor.paid': '' } as const;
    await collection.updateMany(
      { organisation_id: objectIdOf(organisationId) },
      { $set: { schema_version: 1 }, $unset: unset },
    );
  };
  /** April in Stockholm, where its first day is still March in UTC. */
  const april = {
    validFrom: at('2026-04-01T00:00:00+02:00'),
    validTo: at('2026-05-01T00:00:00+02:00'),
    updatedAt: at('2026-04-10T00:00:00+02:00'),
  };
  const forApril = paidFor({ amount: money(10_000), from: april.validFrom, to: april.validTo });

  test('have paid their period, counted in the zone of their organisation, however they are read', async () => {
    const row = buildRow(april);
    const { organisationId, accountId, id } = row;
    await stores.userProducts.insert(organisationId, { product: row, outbox: [] });
    await beforePaid(organisationId);
    const alone = await stores.userProducts.find(organisationId, id);
    const together = await Promise.all([
      stores.userProducts.find(organisationId, id),
      stores.userProducts.find(organisationId, newId<UserProductId>()),
    ]);
    const [listed] = await stores.userProducts.listByAccount(organisationId, accountId);
    const [walked] = await stores.walk.page(organisationId, { after: null, limit: 1 });
    const query = { now: april.validTo, limit: 1, bucket: 'all' } as const;
    const [due] = await stores.userProducts.findDue(organisationId, query);
    for (const it of [alone, together[0], listed, walked, due]) {
      expect(it?.product.paid).toEqual(forApril);
    }
    const { product } = alone ?? { product: row };
    await stores.userProducts.commit(organisationId, buildCommit(product));
    const [document] = await driverCollection(database.models.userProducts)
      .find({ organisation_id: objectIdOf(organisationId) })
      .toArray();
    expect(document).toMatchObject({ schema_version: 3, paid: { amount_minor: 10_000 } });
  });

  test('have so also where they still wait in their source', async () => {
    const row = buildRow(april);
    const { organisationId } = row;
    await stores.userProducts.insert(organisationId, { product: row, outbox: [] });
    const write = buildEndingCommit(row, [fullEntry(row)]);
    await stores.userProducts.commit(organisationId, write);
    await beforePaid(organisationId);
    const found = await stores.userProducts.findBySuccessor(
      organisationId,
      write.successor.product.id,
    );
    const [drainable] = await stores.outboxes.findDrainable({ organisationId, limit: 1 });
    expect(found?.successor?.product.paid).toEqual(forApril);
    expect(drainable?.successor?.product.paid).toEqual(forApril);
  });
});
