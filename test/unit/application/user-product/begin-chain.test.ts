import { expect, test } from '@jest/globals';
import { transitionIds } from '../../../../src/application/commit/build-commit.js';
import {
  beginChain,
  isBegun,
  tooManyUserProducts,
} from '../../../../src/application/user-product/begin-chain.js';
import type { UserProductId } from '../../../../src/domain/ids.js';
import { draftOfOrder } from '../../../../src/domain/user-product/ordered-draft.js';
import { startCheckout } from '../../../support/checkout-world.js';
import { surroundingsAt } from '../../../support/process.js';
import { newId } from '../../../support/stored/ids.js';

async function start() {
  const world = await startCheckout();
  const { stores, time, organisationId, accountId } = world;
  const committed: unknown[] = [];
  const surroundings = surroundingsAt(time, { onCommitted: (rows) => committed.push(rows) });
  const { catalogue } = await world.context();
  const pack = catalogue.packagesByCode.get('starter');
  const period = pack?.periods[0];
  if (pack === undefined || period === undefined) throw new Error('the shop is empty');
  const begin = (id: UserProductId, owner = accountId) => {
    const draft = draftOfOrder(
      { pack, period, quantity: 1, startAt: time.now() },
      { id, organisationId, accountId: owner, tierId: null, zone: catalogue.timeZone },
    );
    const ids = transitionIds(surroundings.ids);
    const deps = { ...stores, ...surroundings };
    return beginChain(deps, { draft, catalogue, ids, now: time.now() });
  };
  return { ...world, begin, committed };
}

test('A chain begins once under one id, whoever begins it, with what tells of it waiting', async () => {
  const { begin, committed, stored, stores, organisationId, accountId } = await start();
  const id = newId<UserProductId>();
  expect(await isBegun(stores, { organisationId, accountId, id })).toBe(false);
  expect([await begin(id), await begin(id)]).toEqual(['begun', 'begun']);
  const { outbox } = await stored({ id });
  expect(outbox.map(({ events }) => events.map(({ type }) => type))).toEqual([
    ['user_product_created', 'invoice.created'],
  ]);
  expect(committed).toEqual([[], []]);
  expect(await isBegun(stores, { organisationId, accountId, id })).toBe(true);
  expect(await isBegun(stores, { organisationId, accountId: newId(), id })).toBe(false);
});

test('Nothing begins for an account that is not there, or that is full', async () => {
  const { begin, committed, rows, stores, time, organisationId, accountId } = await start();
  expect(await begin(newId(), newId())).toBe('no_owner');
  const asked = { most: 10_000, now: time.now() };
  for (let taken = 0; taken < 10_000; taken += 1) {
    await stores.productPlaces.take(organisationId, accountId, asked);
  }
  expect(await begin(newId())).toBe('full');
  expect(tooManyUserProducts.facts).toEqual({ most: 10_000 });
  expect(await rows()).toEqual([]);
  expect(committed).toEqual([]);
});
