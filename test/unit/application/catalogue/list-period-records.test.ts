import { beforeEach, describe, expect, test } from '@jest/globals';
import {
  makeFindPeriodRecord,
  makeListPeriodRecords,
} from '../../../../src/application/catalogue/list-period-records.js';
import type { ListPeriodRecordsQuery } from '../../../../src/application/catalogue/period-commands.js';
import { soldPeriodOf } from '../../../../src/domain/catalogue/sold-period.js';
import type { PaymentPeriodId } from '../../../../src/domain/ids.js';
import { buildPackage, buildPeriod } from '../../../support/domain/build-package.js';
import { buildRow } from '../../../support/stored/build-row.js';
import { newId } from '../../../support/stored/ids.js';
import { type EditingWorld, made, startEditing } from './editing-world.js';

const [monthly, yearly, off, limited] = [
  buildPeriod({ number: 101 }),
  buildPeriod({ number: 102, interval: { unit: 'year', length: 1 } }),
  buildPeriod({ number: 103, enabled: false }),
  buildPeriod({ number: 104, type: 'limited' }),
];
const starter = buildPackage({ number: 100, periods: [yearly, limited, off, monthly] });
const offer = buildPackage({ number: 200, kind: 'campaign' });
const bundle = buildPackage({ number: 300, kind: 'bundle' });
const [ofOffer = monthly] = offer.periods;
const [ofBundle = monthly] = bundle.periods;

let world: EditingWorld;
beforeEach(async () => {
  world = await startEditing([starter, offer, bundle]);
  const { organisationId, stores } = world;
  const product = buildRow({ organisationId, soldPeriod: soldPeriodOf(yearly) });
  await stores.userProducts.insert(organisationId, { product, outbox: [] });
});

describe('The list of payment periods', () => {
  const list = async (given: Partial<ListPeriodRecordsQuery> = {}) => {
    const { items, totalItems } = await makeListPeriodRecords(world.deps)({
      organisationId: world.organisationId,
      packageId: null,
      enabled: true,
      order: { by: 'createdAt', direction: 'asc' },
      page: 1,
      limit: 30,
      ...given,
    });
    return { ids: items.map(({ period }) => period.id), totalItems, items };
  };

  test('has those that recur, of packages and campaigns', async () => {
    expect((await list()).ids).toEqual([monthly.id, yearly.id, ofOffer.id]);
  });

  test('has those that are off where these are asked for', async () => {
    expect((await list({ enabled: false })).ids).toEqual([off.id]);
  });

  test('is of one package where that is named, and goes page by page', async () => {
    expect((await list({ packageId: starter.id })).ids).toEqual([monthly.id, yearly.id]);
    expect(await list({ page: 2, limit: 2 })).toMatchObject({ ids: [ofOffer.id], totalItems: 3 });
    expect((await list({ packageId: newId() })).totalItems).toBe(0);
  });

  test('says of each how often it was edited, and whether a user product is on it', async () => {
    const revision = { version: 1, createdAt: made, updatedAt: made };
    expect((await list({ packageId: starter.id })).items).toEqual([
      { period: monthly, package: starter, revision, inUse: false },
      { period: yearly, package: starter, revision, inUse: true },
    ]);
  });
});

describe('One payment period', () => {
  const find = (id: PaymentPeriodId) =>
    makeFindPeriodRecord(world.deps)({ organisationId: world.organisationId, id });

  test('is found by its id, also where it is off', async () => {
    expect(await find(off.id)).toMatchObject({ period: off, package: starter, inUse: false });
    expect(await find(yearly.id)).toMatchObject({ period: yearly, inUse: true });
  });

  test('is not found where it is unknown, does not recur, or is of another kind of package', async () => {
    expect(await find(newId())).toBeNull();
    expect(await find(limited.id)).toBeNull();
    expect(await find(ofBundle.id)).toBeNull();
  });
});
