import { describe, expect, test } from '@jest/globals';
import { makeFindUserProduct } from '../../../../src/application/user-product/find-user-product.js';
import { SetAsideError } from '../../../../src/application/ports/failures.js';
import { at } from '../../../support/domain/at.js';
import { startInMemory } from '../../../support/in-memory-process.js';
import { newId } from '../../../support/stored/ids.js';

/** docs/spec/product-groups-api.md §4: GET `/subscription-items/{id}`. */
describe('A user product that is read', () => {
  test('is as it is now: what is due is applied first', async () => {
    const { subscribe, useCases, keyOf, time, stored } = await startInMemory();
    const product = await subscribe();
    time.set(at('2026-06-10T00:00:00+02:00'));
    const found = await useCases.findUserProduct(keyOf(product));
    expect(found?.product).toMatchObject({ validTo: at('2026-07-01T00:00:00+02:00'), version: 3 });
    expect((await stored(product)).product).toEqual(found?.product);
  });

  test('may have been ended by a change, and names what that made of it', async () => {
    const { subscribe, useCases, keyOf, seeded } = await startInMemory();
    const product = await subscribe();
    const upgraded = await useCases.requestChange(seeded.request(product, 'digital'));
    if (!('id' in upgraded)) throw new Error('the upgrade was refused');
    expect((await useCases.findUserProduct(keyOf(product)))?.product).toMatchObject({
      state: 'deactivated',
      endedBy: { successorId: upgraded.id },
    });
    const successor = { ...keyOf(product), userProductId: upgraded.id };
    expect((await useCases.findUserProduct(successor))?.product.packageCode).toBe('digital');
  });

  test('is shown as it stands where its period’s end cannot be decided', async () => {
    const { subscribe, keyOf, stored, context } = await startInMemory();
    const product = await subscribe();
    const read = await context();
    const find = makeFindUserProduct({
      readContext: () => Promise.resolve(read),
      load: () => stored(product),
      applyDue: () => Promise.reject(new SetAsideError()),
    });
    expect((await find(keyOf(product)))?.product).toEqual(product);
    const broken = makeFindUserProduct({
      readContext: () => Promise.resolve(read),
      load: () => stored(product),
      applyDue: () => Promise.reject(new Error('broken')),
    });
    await expect(broken(keyOf(product))).rejects.toThrow('broken');
  });

  test('is nobody else’s', async () => {
    const { subscribe, useCases, keyOf } = await startInMemory();
    const key = keyOf(await subscribe());
    for (const edits of [
      { organisationId: newId<never>() },
      { accountId: newId<never>() },
      { userProductId: newId<never>() },
    ]) {
      expect(await useCases.findUserProduct({ ...key, ...edits })).toBeNull();
    }
    expect(await useCases.findUserProduct({ ...key, accountId: null })).not.toBeNull();
  });
});
