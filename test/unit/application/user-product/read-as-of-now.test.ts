import { describe, expect, test } from '@jest/globals';
import { makeOrganisationNow } from '../../../../src/application/clock/organisation-now.js';
import { makeReadAsOfNow } from '../../../../src/application/user-product/read-as-of-now.js';
import { at } from '../../../support/domain/at.js';
import { startInMemory } from '../../../support/in-memory-process.js';
import { buildEndingCommit } from '../../../support/stored/build-commit.js';
import { newId } from '../../../support/stored/ids.js';

async function begin() {
  const world = await startInMemory();
  const { stores, time } = world;
  const product = await world.subscribe();
  const context = await world.context();
  const deps = { ...stores, organisationNow: makeOrganisationNow({ ...stores, clock: time }) };
  const key = world.keyOf(product);
  const readAsOfNow = makeReadAsOfNow(deps);
  return {
    ...world,
    product,
    read: (of: Partial<typeof key> = {}) => readAsOfNow({ ...key, ...of }, context),
  };
}

describe('A user product as of now', () => {
  test('is the row, with the organisation’s now', async () => {
    const { read, product, time } = await begin();
    expect(await read()).toEqual({ product, now: time.now() });
  });

  test('has no now before its last effective instant', async () => {
    const { read, product, time } = await begin();
    time.set(at('2026-03-01T00:00:00Z'));
    expect((await read())?.now).toBe(product.lastEffectiveAt);
  });

  test('has what is due worked out, and kept nowhere', async () => {
    const { read, product, time, stored } = await begin();
    time.set(at('2026-06-16T00:00:00+02:00'));
    expect((await read())?.product).toMatchObject({
      version: 3,
      validTo: at('2026-07-01T00:00:00+02:00'),
    });
    expect((await stored(product)).product).toEqual(product);
  });

  test('may wait in its source, where it stays', async () => {
    const { read, product, stores, organisationId } = await begin();
    const write = buildEndingCommit(product);
    await stores.userProducts.commit(organisationId, write);
    const { id } = write.successor.product;
    expect((await read({ userProductId: id }))?.product).toEqual(write.successor.product);
    expect(await stores.userProducts.find(organisationId, id)).toBeNull();
  });

  test.each(['organisationId', 'accountId', 'userProductId'])(
    'is nothing for another %s',
    async (name) => {
      const { read } = await begin();
      expect(await read({ [name]: newId() })).toBeNull();
    },
  );
});
